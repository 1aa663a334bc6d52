import { GetCommand, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type Platform, ServiceError } from '../platform/index.ts';
import type { GridOwner, GridTariff } from '../tariffs/index.ts';
import type { Instant } from '../time/index.ts';
import { gridOwnerSchema, gridTariffSchema } from './grid-owner-schema.ts';

/** The last good version of an owner's file in the open repository. */
export interface StoredOwner {
  readonly owner: GridOwner;
  /** Git's name for the file it was read from. */
  readonly sha: string;
  /** When the file was asked for. */
  readonly fetchedAt: Instant;
}

/** Tariffs of single days, as the owner's own API told them; ascending. */
export interface StoredDays {
  readonly days: readonly GridTariff[];
  readonly fetchedAt: Instant;
}

const storedOwner = z.object({ owner: gridOwnerSchema, sha: z.string(), fetchedAt: z.number() });
const storedDays = z.object({ days: z.array(gridTariffSchema), fetchedAt: z.number() });
type Source = 'fri-nettleie' | 'digin';

export async function readOwner(platform: Platform, key: string): Promise<StoredOwner | null> {
  const item = await readItem(platform, 'fri-nettleie', key);
  return item === undefined ? null : parsed(platform, key, item, storedOwner);
}

/** By key. */
export async function readOwners(platform: Platform): Promise<ReadonlyMap<string, StoredOwner>> {
  const owners = new Map<string, StoredOwner>();
  const pages = paginateQuery(
    { client: platform.dynamo },
    {
      ...table(platform),
      KeyConditionExpression: '#source = :source',
      ExpressionAttributeNames: { '#source': 'source' },
      ExpressionAttributeValues: { ':source': 'fri-nettleie' satisfies Source },
    },
  );
  for await (const { Items = [] } of pages) {
    for (const item of Items) {
      const key = String(item.gridOwner);
      const stored = parsed(platform, key, item, storedOwner);
      if (stored) owners.set(key, stored);
    }
  }
  return owners;
}

export async function readDays(platform: Platform, key: string): Promise<StoredDays | null> {
  const item = await readItem(platform, 'digin', key);
  return item === undefined ? null : parsed(platform, key, item, storedDays);
}

/** Throws `stale-write` where a later run has written. */
export async function saveOwner(platform: Platform, stored: StoredOwner): Promise<void> {
  await save(platform, 'fri-nettleie', stored.owner.key, stored);
}

/** Throws `stale-write` where a later run has written. */
export async function saveDays(platform: Platform, key: string, stored: StoredDays): Promise<void> {
  await save(platform, 'digin', key, stored);
}

async function readItem(platform: Platform, source: Source, key: string): Promise<unknown> {
  const { Item } = await platform.dynamo.send(
    new GetCommand({ ...table(platform), Key: { source, gridOwner: key } }),
  );
  return Item;
}

async function save(
  platform: Platform,
  source: Source,
  key: string,
  stored: StoredOwner | StoredDays,
): Promise<void> {
  try {
    await platform.dynamo.send(
      new PutCommand({
        ...table(platform),
        Item: { source, gridOwner: key, ...stored },
        ConditionExpression: 'attribute_not_exists(#at) OR #at <= :at',
        ExpressionAttributeNames: { '#at': 'fetchedAt' },
        ExpressionAttributeValues: { ':at': stored.fetchedAt },
      }),
    );
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'ConditionalCheckFailedException') {
      throw new ServiceError('stale-write', { retryable: true });
    }
    throw thrown;
  }
}

function table(platform: Platform): { TableName: string } {
  return { TableName: platform.tableName('tariffs') };
}

/** An item that an earlier release wrote, or a hand: counted, and as if it were not there. The next run writes it anew. */
function parsed<Stored>(
  platform: Platform,
  gridOwner: string,
  item: unknown,
  schema: z.ZodType<Stored>,
): Stored | null {
  const { data } = schema.safeParse(item);
  if (data !== undefined) return data;
  platform.metrics.count('tariffs-stored-unreadable');
  platform.log.warn('tariffs-stored-unreadable', { gridOwner });
  return null;
}
