import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import dynalite from 'dynalite';
import { build } from '../../../functions/fetch-prices/handler.ts';
import { builtInPriceBook } from '../../../lib/local/price-book/built-in-price-book.ts';
import {
  type PriceServer,
  type PriceServerOptions,
  startPriceServer,
} from '../../../lib/local/price-server/price-server.ts';
import type { PriceArea } from '../../../lib/places/index.ts';
import { createPlatform, type Platform } from '../../../lib/platform/index.ts';
import type { DaysToFetch } from '../../../lib/prices/index.ts';
import { atLocalTime, type LocalDate, type LocalTime } from '../../../lib/time/index.ts';
import { functions, settings } from '../../../lib/wiring.ts';

export const TOKEN = 'a-token-that-nobody-may-see';

interface Announced {
  readonly area: string;
  readonly date: string;
  readonly revision: number;
}

/** The fetch-prices function between real price servers and a real store, on a clock that a test moves. */
export interface PricesWorld {
  readonly platform: Platform;
  readonly server: PriceServer;
  /** All events that reached the bus. */
  readonly announced: Announced[];
  /** All log and metric lines. */
  readonly lines: string[];
  /** Europe/Oslo. */
  setTime(date: LocalDate, time: LocalTime): void;
  /** Runs the function as its schedule would; `altered` replaces parts of the world for this run. */
  run(days: DaysToFetch, altered?: Partial<Platform>): Promise<void>;
  stored(area: PriceArea, date: LocalDate): Promise<Record<string, unknown> | undefined>;
  countOf(metric: string): number;
  stop(): Promise<void>;
}

export async function startPricesWorld(options: Partial<PriceServerOptions> = {}): Promise<PricesWorld> {
  let now = atLocalTime('2026-10-21', '13:00');
  const clock = { now: () => now };
  const announced: Announced[] = [];
  const lines: string[] = [];
  const server = await startPriceServer({ clock, book: builtInPriceBook(), token: TOKEN, ...options });
  const store = await startStore();
  const platform: Platform = {
    ...createPlatform({
      environment: {
        ...environmentOf(server),
        TABLE_PRICES: 'prices',
        AWS_ENDPOINT_URL: store.url,
        ...operator,
      },
      functionName: 'fetch-prices',
      clock,
      logSink: (line) => void lines.push(line),
      allowed: functions['fetch-prices'],
    }),
    secret: async () => TOKEN,
    announce: async (_event, { area, date, revision }) => {
      announced.push({ area: String(area), date: String(date), revision: Number(revision) });
    },
  };
  return {
    platform,
    server,
    announced,
    lines,
    setTime: (date, time) => {
      now = atLocalTime(date, time);
    },
    run: (days, altered) => build({ ...platform, ...altered })({ days }),
    stored: async (area, date) => {
      const { Item } = await platform.dynamo.send(
        new GetCommand({ TableName: 'prices', Key: { area, date } }),
      );
      return Item;
    },
    countOf: (metric) => lines.filter((line) => line.includes(`"metric":"${metric}"`)).length,
    stop: async () => {
      await server.stop();
      await store.stop();
    },
  };
}

/** Enough of a platform for a source to ask the price server. */
export function platformOfSources(server: PriceServer): Platform {
  return {
    ...createPlatform({ environment: environmentOf(server), logSink: () => {} }),
    secret: async () => TOKEN,
  };
}

const operator = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };

function environmentOf(server: PriceServer): Record<string, string> {
  return {
    ENTSOE_URL: server.entsoeUrl,
    HVAKOSTERSTROMMEN_URL: server.hvakosterstrommenUrl,
    FALLBACK_NOK_PER_EUR: settings.FALLBACK_NOK_PER_EUR,
  };
}

async function startStore(): Promise<{ url: string; stop(): Promise<void> }> {
  const server = dynalite({ createTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new DynamoDBClient({
    endpoint: url,
    region: 'eu-north-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  await client.send(
    new CreateTableCommand({
      TableName: 'prices',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'area', AttributeType: 'S' },
        { AttributeName: 'date', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'area', KeyType: 'HASH' },
        { AttributeName: 'date', KeyType: 'RANGE' },
      ],
    }),
  );
  client.destroy();
  return {
    url,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
