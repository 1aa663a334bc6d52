import { authorizeUrl, completeGrant } from '../../../lib/devices/index.ts';
import { startAwsEndpoint } from '../../../lib/local/aws/aws-endpoint.ts';
import { MessageQueue } from '../../../lib/local/aws/message-queue.ts';
import { secretActions } from '../../../lib/local/aws/secret-actions.ts';
import { sqsActions } from '../../../lib/local/aws/sqs-actions.ts';
import { physicalTable, TableStore } from '../../../lib/local/aws/table-store.ts';
import { startTeslaSimulator, type TeslaSimulator } from '../../../lib/local/tesla-simulator/index.ts';
import {
  createPlatform,
  environmentOf,
  type PhysicalNames,
  type Platform,
} from '../../../lib/platform/index.ts';
import { atLocalTime, type Instant } from '../../../lib/time/index.ts';
import { type FunctionName, functions, queues, settings, tables } from '../../../lib/wiring.ts';

const clientSecret = 'the-secret-of-the-client';

/** Winter nights: the one on which the clocks change has an hour more to choose from. */
const firstNight = '2026-11-02';

/** Linked cars of one account between the real store, queue and Tesla simulator, on a clock that only tests move. */
export interface NightWorld {
  readonly clock: { at: Instant; now(): Instant };
  readonly tesla: TeslaSimulator;
  /** The first of its cars, and what it is linked as. */
  readonly car: TeslaSimulator['cars'][number];
  readonly store: TableStore;
  readonly queue: DoublingQueue;
  readonly grants: readonly { readonly grantRef: string; readonly vehicleRef: string }[];
  readonly logLines: string[];
  platform(functionName: FunctionName): Platform;
  stop(): Promise<void>;
}

/** A queue that can deliver every message twice, at the same time. */
class DoublingQueue extends MessageQueue {
  doubles = false;
  loses: (delaySeconds: number) => boolean = () => false;

  override send(body: string, delaySeconds: number) {
    if (this.doubles) super.send(body, delaySeconds);
    const message = super.send(body, delaySeconds);
    if (this.loses(delaySeconds)) this.delete(message.messageId);
    return message;
  }

  clear(): void {
    for (const { messageId } of this.dump().waiting) this.delete(messageId);
  }
}

export async function startNightWorld({ cars = 1 } = {}): Promise<NightWorld> {
  const clock = { at: atLocalTime(firstNight, '12:00'), now: () => clock.at };
  const tesla = await startTeslaSimulator({
    clock,
    clientId: settings.TESLA_CLIENT_ID,
    clientSecret,
    cars: Array.from({ length: cars }, () => ({ batteryKwh: 75, soc: 0.5, wakeSeconds: 30 })),
  });
  const queue = new DoublingQueue({ ...queues.charging, clock });
  const endpoint = await startAwsEndpoint(
    {
      ...sqsActions(new Map([['charging', queue]]), { isLost: () => false, sent: () => {} }),
      ...secretActions(new Map([['tesla-client-secret', clientSecret]])),
    },
    undefined,
  );
  const store = new TableStore(endpoint.url, tables);
  await store.create();
  const logLines: string[] = [];
  const platform = platformMaker(clock, endpoint.url, tesla, logLines);
  return {
    clock,
    tesla,
    car: tesla.cars[0] as TeslaSimulator['cars'][number],
    store,
    queue,
    grants: await link(platform('complete-link'), tesla),
    logLines,
    platform,
    async stop() {
      store.close();
      await Promise.all([endpoint.stop(), tesla.stop()]);
    },
  };
}

async function link(platform: Platform, tesla: TeslaSimulator): Promise<NightWorld['grants']> {
  const url = new URL(authorizeUrl(platform, 'tesla', 'state'));
  const code = new URL(tesla.allow(url.href)).searchParams.get('code') ?? '';
  const { grantRef, vehicles } = await completeGrant(platform, { provider: 'tesla', code });
  return vehicles.map(({ vehicleRef }) => ({ grantRef, vehicleRef }));
}

function platformMaker(
  clock: NightWorld['clock'],
  url: string,
  tesla: TeslaSimulator,
  logLines: string[],
): NightWorld['platform'] {
  const physical = <T>(names: object, of: (name: string) => T) =>
    Object.fromEntries(Object.keys(names).map((name) => [name, of(name)]));
  const names = {
    tables: physical(tables, physicalTable),
    queueUrls: physical(queues, (name) => `${url}/000000000000/${name}`),
    busName: 'smartlading',
    secretIds: { 'tesla-client-secret': 'tesla-client-secret', 'entsoe-token': 'entsoe-token' },
    vaultKey: { localKey: Buffer.alloc(32, 7).toString('base64') },
    settings: {
      ...settings,
      DUE_SHARDS: '1',
      TESLA_API_URL: tesla.apiUrl,
      TESLA_AUTHORIZE_URL: tesla.authorizeUrl,
      TESLA_TOKEN_URL: tesla.tokenUrl,
      TESLA_REVOKE_URL: tesla.revokeUrl,
      TESLA_COMMAND_URL: tesla.commandUrl,
    },
  } as PhysicalNames;
  return (functionName) =>
    createPlatform({
      environment: {
        ...environmentOf(functionName, names),
        // Linking is not under test here: any of its functions' settings will do.
        TESLA_AUTHORIZE_URL: tesla.authorizeUrl,
        AWS_REGION: 'eu-north-1',
        AWS_ENDPOINT_URL: url,
        AWS_ACCESS_KEY_ID: 'local',
        AWS_SECRET_ACCESS_KEY: 'local',
      },
      functionName,
      clock,
      logSink: (line) => logLines.push(line),
      allowed: functions[functionName],
    });
}
