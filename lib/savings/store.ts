import { DeleteCommand, PutCommand, QueryCommand, type QueryCommandOutput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Platform } from '../platform/index.ts';
import { HOUR_MS, type Instant } from '../time/index.ts';
import type { SavedSession } from './saved-session.ts';

const keptMs = 3 * 365 * 24 * HOUR_MS;

const rowSchema = z.object({
  vehicleRef: z.string(),
  pluggedInAt: z.number(),
  endedAt: z.number(),
  gridKwh: z.number(),
  costOre: z.number(),
  chargeNowOre: z.number(),
  unpriced: z.boolean(),
  // Absent in rows from before it was told.
  assumed: z.boolean().default(false),
  expiresAtSeconds: z.number(),
});

/**
 * Writing the same session twice leaves one row. Where another car was plugged in at the same millisecond (both first seen by one look) the row is
 * the next one's. Answers the instant it is kept under.
 */
export async function putSession(
  platform: Platform,
  customerId: string,
  session: SavedSession,
): Promise<Instant> {
  const expiresAtSeconds = Math.floor((session.endedAt + keptMs) / 1000);
  try {
    await platform.dynamo.send(
      new PutCommand({
        TableName: platform.tableName('savings'),
        Item: { ...session, customerId, expiresAtSeconds },
        ConditionExpression: 'attribute_not_exists(vehicleRef) OR vehicleRef = :mine',
        ExpressionAttributeValues: { ':mine': session.vehicleRef },
      }),
    );
    return session.pluggedInAt;
  } catch (thrown) {
    const isTaken = thrown instanceof Error && thrown.name === 'ConditionalCheckFailedException';
    if (!isTaken) throw thrown;
    return putSession(platform, customerId, { ...session, pluggedInAt: session.pluggedInAt + 1 });
  }
}

/** Newest first; what has expired is not there, whether the store has removed it yet or not. */
export async function* sessionsOf(platform: Platform, customerId: string): AsyncGenerator<SavedSession> {
  const now = platform.clock.now() / 1000;
  for await (const item of items(platform, customerId)) {
    const { expiresAtSeconds, ...session } = rowSchema.parse(item);
    if (expiresAtSeconds > now) yield session;
  }
}

/** When the customer's sessions began, expired ones too: the keys to erase them by. */
export async function* sessionKeys(platform: Platform, customerId: string): AsyncGenerator<Instant> {
  for await (const item of items(platform, customerId)) yield rowSchema.parse(item).pluggedInAt;
}

export async function deleteSession(
  platform: Platform,
  customerId: string,
  pluggedInAt: Instant,
): Promise<void> {
  await platform.dynamo.send(
    new DeleteCommand({ TableName: platform.tableName('savings'), Key: { customerId, pluggedInAt } }),
  );
}

async function* items(platform: Platform, customerId: string): AsyncGenerator<unknown> {
  let from: QueryCommandOutput['LastEvaluatedKey'];
  do {
    const page: QueryCommandOutput = await platform.dynamo.send(
      new QueryCommand({
        TableName: platform.tableName('savings'),
        KeyConditionExpression: '#c = :customer',
        ExpressionAttributeNames: { '#c': 'customerId' },
        ExpressionAttributeValues: { ':customer': customerId },
        ScanIndexForward: false,
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    yield* page.Items ?? [];
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
}
