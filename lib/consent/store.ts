import { PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Platform } from '../platform/index.ts';
import type { ConsentEvent } from './consent-event.ts';

/**
 * Writes one event; false when another writer took its sequence number. Nothing here changes or removes an event: the
 * database's own expiry does, three years after the end.
 */
export async function writeEvent(platform: Platform, event: ConsentEvent): Promise<boolean> {
  try {
    await platform.dynamo.send(
      new PutCommand({
        TableName: platform.tableName('consent'),
        Item: event,
        ConditionExpression: 'attribute_not_exists(#sequence)',
        ExpressionAttributeNames: { '#sequence': 'sequence' },
      }),
    );
    return true;
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'ConditionalCheckFailedException') return false;
    throw thrown;
  }
}

/** The whole chain, first event first; without what has expired. */
export async function readEvents(platform: Platform, consentRef: string): Promise<ConsentEvent[]> {
  const events: ConsentEvent[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await platform.dynamo.send(
      new QueryCommand({
        TableName: platform.tableName('consent'),
        KeyConditionExpression: '#consentRef = :consentRef',
        ExpressionAttributeNames: { '#consentRef': 'consentRef' },
        ExpressionAttributeValues: { ':consentRef': consentRef },
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    events.push(...kept(page.Items ?? [], platform.clock.now()));
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return events;
}

/** Says when the event may go, seconds since 1970: outside its hash, because the end is not known when it is written. */
export async function letExpire(platform: Platform, event: ConsentEvent, atSeconds: number): Promise<void> {
  await platform.dynamo.send(
    new UpdateCommand({
      TableName: platform.tableName('consent'),
      Key: { consentRef: event.consentRef, sequence: event.sequence },
      UpdateExpression: 'SET #expires = :atSeconds',
      ConditionExpression: 'attribute_exists(#sequence)',
      ExpressionAttributeNames: { '#expires': 'expiresAtSeconds', '#sequence': 'sequence' },
      ExpressionAttributeValues: { ':atSeconds': atSeconds },
    }),
  );
}

function kept(items: readonly Record<string, unknown>[], now: number): ConsentEvent[] {
  return items
    .filter(({ expiresAtSeconds }) => !(Number(expiresAtSeconds) * 1000 <= now))
    .map(({ expiresAtSeconds: _outsideTheHash, ...event }) => event as unknown as ConsentEvent);
}
