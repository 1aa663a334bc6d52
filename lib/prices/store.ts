import { PutCommand, paginateQuery, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type PriceArea, priceAreas } from '../places/index.ts';
import { type Platform, ServiceError } from '../platform/index.ts';
import { addDays, dayStart, type Instant, type LocalDate } from '../time/index.ts';
import type { PriceDay } from './price-day.ts';

/** 13 months: a year's bill can be looked back on. */
const KEEP_DAYS = 396;

const storedDay = z.object({
  area: z.enum(priceAreas),
  date: z.string(),
  eurPerMwh: z.array(z.number()),
  nokPerEur: z.number(),
  nokPerEurAssumed: z.boolean(),
  source: z.enum(['entsoe', 'hvakosterstrommen']),
  revision: z.number(),
  fetchedAt: z.number(),
  announcedRevision: z.number(),
  hvakosterstrommenAt: z.number().nullable(),
  expiresAtSeconds: z.number(),
});

/** A price day with the work that hangs on it. */
export interface StoredDay extends PriceDay {
  /** The newest revision that was announced; where it is behind `revision`, an announcement is owed. */
  readonly announcedRevision: number;
  /** When hvakosterstrommen last told this day whole. */
  readonly hvakosterstrommenAt: Instant | null;
}

/** The stored days of an area from one date to another, both included, ascending. */
export async function readDays(
  platform: Platform,
  area: PriceArea,
  fromDate: LocalDate,
  toDate: LocalDate,
): Promise<StoredDay[]> {
  const days: StoredDay[] = [];
  const pages = paginateQuery(
    { client: platform.dynamo },
    {
      ...table(platform),
      KeyConditionExpression: '#area = :area AND #date BETWEEN :from AND :to',
      ExpressionAttributeNames: { '#area': 'area', '#date': 'date' },
      ExpressionAttributeValues: { ':area': area, ':from': fromDate, ':to': toDate },
      // Who was told of a new revision must read that revision.
      ConsistentRead: true,
    },
  );
  for await (const { Items = [] } of pages) days.push(...liveDays(platform, Items));
  return days;
}

/** The newest stored days of an area up to a date, newest first. */
export async function newestDays(
  platform: Platform,
  area: PriceArea,
  toDate: LocalDate,
  limit: number,
): Promise<StoredDay[]> {
  const { Items = [] } = await platform.dynamo.send(
    new QueryCommand({
      ...table(platform),
      KeyConditionExpression: '#area = :area AND #date <= :to',
      ExpressionAttributeNames: { '#area': 'area', '#date': 'date' },
      ExpressionAttributeValues: { ':area': area, ':to': toDate },
      ScanIndexForward: false,
      Limit: limit,
    }),
  );
  return liveDays(platform, Items);
}

/** Writes a revision over the one before it, or over nothing. Throws `stale-write` where another run was first. */
export async function saveDay(platform: Platform, day: StoredDay): Promise<void> {
  const expiresAtSeconds = dayStart(addDays(day.date, KEEP_DAYS)) / 1000;
  const isFirst = day.revision === 1;
  await unlessStale(
    platform.dynamo.send(
      new PutCommand({
        ...table(platform),
        Item: { ...day, expiresAtSeconds },
        // A first revision may also replace what has expired and waits to be swept.
        ConditionExpression: isFirst
          ? 'attribute_not_exists(#revision) OR #expires <= :now'
          : '#revision = :before AND #expires > :now',
        ExpressionAttributeNames: { '#revision': 'revision', '#expires': 'expiresAtSeconds' },
        ExpressionAttributeValues: {
          ':now': platform.clock.now() / 1000,
          ...(isFirst ? {} : { ':before': day.revision - 1 }),
        },
      }),
    ),
  );
}

/** Notes that this revision was announced. Throws `stale-write` where a newer one was, or the day is gone. */
export async function markAnnounced(platform: Platform, day: StoredDay): Promise<void> {
  await unlessStale(
    platform.dynamo.send(
      new UpdateCommand({
        ...table(platform),
        Key: { area: day.area, date: day.date },
        UpdateExpression: 'SET #announced = :revision',
        ConditionExpression: '#announced < :revision',
        ExpressionAttributeNames: { '#announced': 'announcedRevision' },
        ExpressionAttributeValues: { ':revision': day.revision },
      }),
    ),
  );
}

/** Notes when hvakosterstrommen told the day, where that made no new revision. Throws `stale-write` where the day is gone. */
export async function noteTold(platform: Platform, day: StoredDay, at: Instant): Promise<void> {
  await unlessStale(
    platform.dynamo.send(
      new UpdateCommand({
        ...table(platform),
        Key: { area: day.area, date: day.date },
        UpdateExpression: 'SET #told = :at',
        ConditionExpression: 'attribute_exists(#told)',
        ExpressionAttributeNames: { '#told': 'hvakosterstrommenAt' },
        ExpressionAttributeValues: { ':at': at },
      }),
    ),
  );
}

function table(platform: Platform): { TableName: string } {
  return { TableName: platform.tableName('prices') };
}

/** DynamoDB sweeps expired items days late: what has expired is not there. */
function liveDays(platform: Platform, items: readonly unknown[]): StoredDay[] {
  const nowSeconds = platform.clock.now() / 1000;
  return items
    .map((item) => storedDay.parse(item))
    .filter((day) => day.expiresAtSeconds > nowSeconds)
    .map(({ expiresAtSeconds: _, ...day }) => day);
}

async function unlessStale(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'ConditionalCheckFailedException') {
      throw new ServiceError('stale-write', { retryable: true });
    }
    throw thrown;
  }
}
