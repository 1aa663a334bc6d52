import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandOutput,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type PriceArea, priceAreas } from '../places/index.ts';
import { type Platform, ServiceError } from '../platform/index.ts';
import type { Instant } from '../time/index.ts';
import { dueShardOf, forgettingShard, shardAfterChange } from './due-shard.ts';
import type { Home } from './home.ts';
import { homeSchema } from './home-schema.ts';

const kind = 'home';
const changeAttempts = 5;

/** Strongly consistent: whoever decides on it decides on the newest. */
export async function loadHome(platform: Platform, customerId: string): Promise<Home | null> {
  const { Item } = await platform.dynamo.send(
    new GetCommand({
      TableName: platform.tableName('homes'),
      Key: { customerId, kind },
      ConsistentRead: true,
    }),
  );
  return Item === undefined ? null : homeSchema.parse(Item);
}

/**
 * Writes the home over the version it was read at and returns it with the next. Throws `stale-write` (retryable): read
 * again. Checked as strictly as on reading: what nobody could read back would stop the home for good.
 */
export async function saveHome(platform: Platform, home: Home): Promise<Home> {
  const saved = homeSchema.parse({
    ...home,
    version: home.version + 1,
    dueShard: shardAfterChange(home),
  });
  const { nextDueAt, ...rest } = saved;
  await refusedAs(
    'stale-write',
    platform.dynamo.send(
      new PutCommand({
        TableName: platform.tableName('homes'),
        Item: { ...rest, kind, ...(nextDueAt === null ? {} : { nextDueAt }) },
        ConditionExpression: home.version === 0 ? 'attribute_not_exists(#k)' : '#v = :read',
        ExpressionAttributeNames: home.version === 0 ? { '#k': 'kind' } : { '#v': 'version' },
        ...(home.version === 0 ? {} : { ExpressionAttributeValues: { ':read': home.version } }),
      }),
    ),
  );
  return saved;
}

/** The first write of a home (`newHome`). Throws `stale-write` where there is one already. */
export function createHome(platform: Platform, home: Home): Promise<Home> {
  return saveHome(platform, { ...home, version: 0 });
}

/** Read, change, write; again where somebody wrote in between. Throws `home-missing`, and `stale-write` after five lost races. */
export async function changeHome(
  platform: Platform,
  customerId: string,
  change: (home: Home) => Home,
): Promise<Home> {
  for (let attempt = 1; ; attempt += 1) {
    const home = await loadHome(platform, customerId);
    if (home === null) throw new ServiceError('home-missing');
    try {
      return await saveHome(platform, change(home));
    } catch (thrown) {
      if (!isStaleWrite(thrown) || attempt === changeAttempts) throw thrown;
    }
  }
}

/** Idempotent. Throws `stale-write` where the home was written after `version`. */
export async function eraseHome(platform: Platform, customerId: string, version: number): Promise<void> {
  await refusedAs(
    'stale-write',
    platform.dynamo.send(
      new DeleteCommand({
        TableName: platform.tableName('homes'),
        Key: { customerId, kind },
        ConditionExpression: 'attribute_not_exists(#k) OR #v = :version',
        ExpressionAttributeNames: { '#k': 'kind', '#v': 'version' },
        ExpressionAttributeValues: { ':version': version },
      }),
    ),
  );
}

export interface DueCustomer {
  readonly customerId: string;
  readonly nextDueAt: Instant;
  readonly withdrawing: boolean;
}

/** Who wants attention at `untilAt` or before, in every area; those being forgotten too. */
export async function* dueCustomers(platform: Platform, untilAt: Instant): AsyncGenerator<DueCustomer> {
  for (let shard = 0; shard < Number(platform.setting('DUE_SHARDS')); shard += 1) {
    for (const area of priceAreas) {
      for await (const due of inShard(platform, dueShardOf(area, shard), untilAt)) {
        yield { ...due, withdrawing: false };
      }
    }
    for await (const due of inShard(platform, forgettingShard(shard), untilAt)) {
      yield { ...due, withdrawing: true };
    }
  }
}

/** Every home of the area that wants attention at some time: prices concern no other. */
export async function* customersInArea(platform: Platform, area: PriceArea): AsyncGenerator<string> {
  for (let shard = 0; shard < Number(platform.setting('DUE_SHARDS')); shard += 1) {
    for await (const { customerId } of inShard(platform, dueShardOf(area, shard), Number.MAX_SAFE_INTEGER)) {
      yield customerId;
    }
  }
}

const keysOnly = z.object({ customerId: z.string(), nextDueAt: z.number() });

async function* inShard(
  platform: Platform,
  dueShard: string,
  untilAt: Instant,
): AsyncGenerator<z.infer<typeof keysOnly>> {
  let from: QueryCommandOutput['LastEvaluatedKey'];
  do {
    const page: QueryCommandOutput = await platform.dynamo.send(
      new QueryCommand({
        TableName: platform.tableName('homes'),
        IndexName: 'due',
        KeyConditionExpression: '#s = :shard AND #d <= :until',
        ExpressionAttributeNames: { '#s': 'dueShard', '#d': 'nextDueAt' },
        ExpressionAttributeValues: { ':shard': dueShard, ':until': untilAt },
        ExclusiveStartKey: from,
      }),
    );
    for (const item of page.Items ?? []) yield keysOnly.parse(item);
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
}

async function refusedAs(code: 'stale-write', write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (thrown) {
    const refused = thrown instanceof Error && thrown.name === 'ConditionalCheckFailedException';
    throw refused ? new ServiceError(code, { retryable: true }) : thrown;
  }
}

function isStaleWrite(thrown: unknown): boolean {
  return thrown instanceof ServiceError && thrown.code === 'stale-write';
}
