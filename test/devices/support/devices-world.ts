import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { authorizeUrl, completeGrant } from '../../../lib/devices/index.ts';
import {
  startTeslaSimulator,
  type TeslaSimulator,
  type TeslaSimulatorOptions,
} from '../../../lib/local/tesla-simulator/index.ts';
import { createPlatform, fetchClient, type HttpClient, type Platform } from '../../../lib/platform/index.ts';

export interface TestClock {
  now(): number;
  passSeconds(seconds: number): void;
}

/** The store, Tesla and a platform between them; one clock for all. */
export interface DevicesWorld {
  readonly platform: Platform;
  readonly clock: TestClock;
  readonly tesla: TeslaSimulator;
  /** Every log line so far. */
  readonly lines: string[];
  /** A platform of its own, as another worker has it, over the same store. */
  worker(changes?: Partial<Platform>): Platform;
  /** Links the simulator's account: what the app, the owner and the room do. */
  link(options?: { unticked?: readonly string[] }): Promise<LinkedGrant>;
  /** The raw items of the vault, as anybody who can read the table sees them. */
  vaultItems(): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
}

export interface LinkedGrant {
  readonly grantRef: string;
  readonly vehicleRef: string;
  readonly vehicleRefs: readonly string[];
}

const startAt = Date.UTC(2026, 0, 12, 16);

export function testClock(now = startAt): TestClock {
  let current = now;
  return {
    now: () => current,
    passSeconds: (seconds) => {
      current += seconds * 1000;
    },
  };
}

/** Real HTTP with a patience that suits tests: a server that never answers is found out soon. */
const impatientHttp: HttpClient = {
  send: (request) => fetchClient.send({ ...request, timeoutMs: 400 }),
};

export async function startDevicesWorld(
  simulator: Partial<TeslaSimulatorOptions> = {},
  changes: Partial<Platform> = {},
): Promise<DevicesWorld> {
  const clock = testClock();
  const store = await startStore();
  const tesla = await startTeslaSimulator({
    clock,
    clientId: 'smartlading',
    clientSecret: 'a-client-secret',
    cars: [{ batteryKwh: 60, soc: 0.45 }],
    ...simulator,
  });
  const lines: string[] = [];
  const worker = workersOf({ clock, store, tesla, lines, changes });
  const platform = worker();
  return {
    platform,
    clock,
    tesla,
    lines,
    worker,
    link: (options) => link(platform, tesla, options),
    vaultItems: async () => (await store.client.send(new ScanCommand({ TableName: 'vault' }))).Items ?? [],
    stop: async () => {
      await tesla.stop();
      await store.stop();
    },
  };
}

interface Store {
  readonly endpoint: string;
  readonly client: DynamoDBClient;
  stop(): Promise<void>;
}

async function startStore(): Promise<Store> {
  const server = dynalite({ createTableMs: 0 });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, credentials, region: 'eu-north-1' });
  await client.send(
    new CreateTableCommand({
      TableName: 'vault',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'grantRef', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'grantRef', KeyType: 'HASH' }],
    }),
  );
  return {
    endpoint,
    client,
    stop: async () => {
      await client.send(new DeleteTableCommand({ TableName: 'vault' }));
      client.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function workersOf(world: {
  clock: TestClock;
  store: Store;
  tesla: TeslaSimulator;
  lines: string[];
  changes: Partial<Platform>;
}): DevicesWorld['worker'] {
  const { clock, store, tesla, lines } = world;
  const environment = {
    AWS_ENDPOINT_URL: store.endpoint,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    TABLE_VAULT: 'vault',
    VAULT_LOCAL_KEY: randomBytes(32).toString('base64'),
    TESLA_API_URL: tesla.apiUrl,
    TESLA_AUTHORIZE_URL: tesla.authorizeUrl,
    TESLA_TOKEN_URL: tesla.tokenUrl,
    TESLA_REVOKE_URL: tesla.revokeUrl,
    TESLA_COMMAND_URL: tesla.commandUrl,
    TESLA_CLIENT_ID: 'smartlading',
    TESLA_REDIRECT_URL: 'http://localhost:3000/linked',
  };
  return (changes = {}) => ({
    ...createPlatform({ environment, clock, logSink: (line) => lines.push(line) }),
    http: impatientHttp,
    secret: async () => 'a-client-secret',
    ...world.changes,
    ...changes,
  });
}

async function link(
  platform: Platform,
  tesla: TeslaSimulator,
  options: { unticked?: readonly string[] } = {},
): Promise<LinkedGrant> {
  const back = new URL(tesla.allow(authorizeUrl(platform, 'tesla', 'state-1'), options));
  const code = back.searchParams.get('code') ?? '';
  const { grantRef, vehicles } = await completeGrant(platform, { provider: 'tesla', code });
  const vehicleRefs = vehicles.map(({ vehicleRef }) => vehicleRef);
  return { grantRef, vehicleRef: vehicleRefs[0] ?? '', vehicleRefs };
}
