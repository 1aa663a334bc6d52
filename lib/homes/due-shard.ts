import type { PriceArea } from '../places/index.ts';
import { sha256Hex } from '../platform/index.ts';
import type { Home } from './home.ts';

const forgetting = 'forgetting';

/** The partitions of the due index: each area's, and those of the homes being forgotten, which no price concerns. */
export function dueShardOf(area: PriceArea | typeof forgetting, shard: number): string {
  return `${area}#${shard}`;
}

export function forgettingShard(shard: number): string {
  return dueShardOf(forgetting, shard);
}

/** Spread by a hash of the customer, so that a shard is as large as any other. */
export function shardNumber(customerId: string, shards: number): number {
  return Number.parseInt(sha256Hex(customerId).slice(0, 8), 16) % shards;
}

/** A home's place follows its area and its withdrawal; its number never changes, so only a new home needs to know how many there are. */
export function shardAfterChange(home: Home): string {
  const shard = Number(home.dueShard.split('#')[1]);
  return home.withdrawal === null ? dueShardOf(home.area, shard) : forgettingShard(shard);
}
