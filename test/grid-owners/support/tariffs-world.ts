import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import dynalite from 'dynalite';
import { build } from '../../../functions/refresh-tariffs/handler.ts';
import {
  startTariffServer,
  type TariffServer,
  type TariffServerOptions,
} from '../../../lib/local/tariff-server/tariff-server.ts';
import { createPlatform, type Platform, ServiceError } from '../../../lib/platform/index.ts';
import { atLocalTime, type LocalDate, type LocalTime } from '../../../lib/time/index.ts';
import { functions, settings, tables } from '../../../lib/wiring.ts';

export const API_KEY = 'a-key-that-nobody-may-see';

/** The refresh-tariffs function between the simulated sources and a real store, on a clock that a test moves. */
export interface TariffsWorld {
  readonly platform: Platform;
  readonly server: TariffServer;
  /** All log and metric lines. */
  readonly lines: string[];
  /** Europe/Oslo. */
  setTime(date: LocalDate, time: LocalTime): void;
  /** Runs the function as its schedule would; `altered` replaces parts of the world for this run. */
  run(source: 'fri-nettleie' | 'digin', altered?: Partial<Platform>): Promise<void>;
  stored(source: 'fri-nettleie' | 'digin', key: string): Promise<Record<string, unknown> | undefined>;
  /** Puts anything in the store. */
  plant(item: Record<string, unknown>): Promise<void>;
  countOf(metric: string): number;
  /** Log lines of an event. */
  logged(event: string): Record<string, unknown>[];
  stop(): Promise<void>;
}

export async function startTariffsWorld(options: Partial<TariffServerOptions> = {}): Promise<TariffsWorld> {
  let now = atLocalTime('2026-10-22', '05:40');
  const clock = { now: () => now };
  const lines: string[] = [];
  const server = await startTariffServer({ clock, apiKey: API_KEY, ...options });
  const store = await startStore();
  const platform: Platform = {
    ...createPlatform({
      environment: {
        FRI_NETTLEIE_LIST_URL: server.listUrl,
        FRI_NETTLEIE_RAW_URL: server.rawUrl,
        ELVIA_TARIFF_URL: server.elviaUrl,
        ELVIA_TARIFF_NAME: settings.ELVIA_TARIFF_NAME,
        TABLE_TARIFFS: 'tariffs',
        AWS_ENDPOINT_URL: store.url,
        ...credentials,
      },
      functionName: 'refresh-tariffs',
      clock,
      logSink: (line) => void lines.push(line),
      allowed: functions['refresh-tariffs'],
    }),
    secret: async (name) => {
      if (name !== 'elvia-tariff-key') throw new ServiceError('forbidden-by-wiring');
      return API_KEY;
    },
  };
  const parsed = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  return {
    platform,
    server,
    lines,
    setTime: (date, time) => {
      now = atLocalTime(date, time);
    },
    run: (source, altered) => build({ ...platform, ...altered })({ source }),
    stored: async (source, gridOwner) => {
      const Key = { source, gridOwner };
      return (await platform.dynamo.send(new GetCommand({ TableName: 'tariffs', Key }))).Item;
    },
    plant: async (Item) => {
      await platform.dynamo.send(new PutCommand({ TableName: 'tariffs', Item }));
    },
    countOf: (metric) => parsed().filter((line) => line.metric === metric).length,
    logged: (event) => parsed().filter((line) => line.event === event),
    stop: async () => {
      await server.stop();
      await store.stop();
    },
  };
}

const credentials = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };

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
  const keys = [tables.tariffs.partitionKey, tables.tariffs.sortKey ?? ''];
  await client.send(
    new CreateTableCommand({
      TableName: 'tariffs',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
      KeySchema: keys.map((AttributeName, i) => ({
        AttributeName,
        KeyType: i === 0 ? ('HASH' as const) : ('RANGE' as const),
      })),
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
