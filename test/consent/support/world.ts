import type { APIGatewayProxyStructuredResultV2, SQSEvent } from 'aws-lambda';
import { sweepDue } from '../../../lib/charging/index.ts';
import { startAwsEndpoint } from '../../../lib/local/aws/aws-endpoint.ts';
import { MessageQueue } from '../../../lib/local/aws/message-queue.ts';
import { QueueConsumer } from '../../../lib/local/aws/queue-consumer.ts';
import { secretActions } from '../../../lib/local/aws/secret-actions.ts';
import { sqsActions } from '../../../lib/local/aws/sqs-actions.ts';
import { physicalTable, TableStore } from '../../../lib/local/aws/table-store.ts';
import { type CrashMoment, CrashPoint } from '../../../lib/local/functions/crash-point.ts';
import { startTeslaSimulator, type TeslaSimulator } from '../../../lib/local/tesla-simulator/index.ts';
import {
  type Build,
  createPlatform,
  environmentOf,
  type PhysicalNames,
  type Platform,
} from '../../../lib/platform/index.ts';
import type { Instant } from '../../../lib/time/index.ts';
import { type FunctionName, functions, queues, settings, tables } from '../../../lib/wiring.ts';
import { apiEvent, type Call } from './api-event.ts';

const QUARTER_MS = 15 * 60 * 1000;
const CLIENT_SECRET = 'the-secret-of-the-client';

export interface Answer {
  readonly status: number;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads answers of every route
  readonly body: any;
}

/** The real handlers over the real store, queue and Tesla simulator, with only the permissions of their wiring rows. */
export interface World {
  readonly tesla: TeslaSimulator;
  readonly store: TableStore;
  readonly logLines: readonly string[];
  readonly clock: { now(): Instant; at: Instant };
  platform(functionName: FunctionName): Platform;
  queue(name: 'charging' | 'forgetting'): MessageQueue;
  /** One request, signed in as `customer`. */
  call(functionName: FunctionName, call: Call): Promise<Answer>;
  /** The same over a platform of the test's own making. */
  callOver(platform: Platform, functionName: FunctionName, call: Call): Promise<Answer>;
  /** The function's next invocation dies at its nth call to the world outside. */
  crashAt(functionName: FunctionName, nth: number, moment: CrashMoment): CrashPoint;
  /** Lets the forgetting queue and the tick work, event by event, until this instant. */
  runUntil(untilAt: Instant): Promise<void>;
  stop(): Promise<void>;
}

export async function startWorld(startAt: Instant): Promise<World> {
  const clock = { at: startAt, now: () => clock.at };
  const logLines: string[] = [];
  const tesla = await startTeslaSimulator({
    clock,
    clientId: 'smartlading',
    clientSecret: CLIENT_SECRET,
    cars: [{ batteryKwh: 75, soc: 0.4, wakeSeconds: 20 }],
  });
  const waiting = {
    charging: new MessageQueue({ ...queues.charging, clock }),
    forgetting: new MessageQueue({ ...queues.forgetting, clock }),
  };
  const endpoint = await startAwsEndpoint(
    {
      ...sqsActions(new Map(Object.entries(waiting)), { isLost: () => false, sent: () => {} }),
      ...secretActions(new Map([['tesla-client-secret', CLIENT_SECRET]])),
    },
    undefined,
  );
  const store = new TableStore(endpoint.url, tables);
  await store.create();

  const names = physicalNames(endpoint.url, tesla);
  const crashes = new Map<FunctionName, CrashPoint>();
  const platform = (functionName: FunctionName) =>
    createPlatform({
      environment: {
        ...environmentOf(functionName, names),
        AWS_REGION: 'eu-north-1',
        AWS_ENDPOINT_URL: endpoint.url,
        AWS_ACCESS_KEY_ID: 'local',
        AWS_SECRET_ACCESS_KEY: 'local',
      },
      functionName,
      clock,
      logSink: (line) => logLines.push(line),
      allowed: functions[functionName],
    });

  async function invoke(functionName: FunctionName, event: unknown): Promise<unknown> {
    const build = await entryOf(functionName);
    const crash = crashes.get(functionName);
    crashes.delete(functionName);
    if (crash === undefined) return await build(platform(functionName))(event);
    return await crash.run(build(crash.watch(platform(functionName)))(event));
  }

  const consumer = new QueueConsumer({
    queueName: 'forgetting',
    queue: waiting.forgetting,
    batchSize: 1,
    invoke: (event: SQSEvent) => invoke('forget-customer', event),
    deliverAgain: () => false,
  });

  return {
    tesla,
    store,
    logLines,
    clock,
    platform,
    queue: (name) => waiting[name],
    call: async (functionName, call) => answerOf(await invoke(functionName, apiEvent(call))),
    callOver: async (over, functionName, call) =>
      answerOf(await (await entryOf(functionName))(over)(apiEvent(call))),
    crashAt(functionName, nth, moment) {
      const point = new CrashPoint(nth, moment);
      crashes.set(functionName, point);
      return point;
    },
    async runUntil(untilAt) {
      for (;;) {
        const tickAt = (Math.floor(clock.at / QUARTER_MS) + 1) * QUARTER_MS;
        const messageAt = waiting.forgetting.nextAt() ?? Number.POSITIVE_INFINITY;
        if (Math.min(tickAt, messageAt) > untilAt) break;
        clock.at = Math.max(clock.at, Math.min(tickAt, messageAt));
        if (clock.at >= messageAt) await consumer.run();
        else await sweepDue(platform('tick'));
      }
      clock.at = untilAt;
    },
    async stop() {
      store.close();
      await Promise.all([endpoint.stop(), tesla.stop()]);
    },
  };
}

async function entryOf(functionName: FunctionName): Promise<Build<unknown, unknown>> {
  const entry = await import(`../../../functions/${functionName}/handler.ts`);
  return entry.build;
}

function answerOf(result: unknown): Answer {
  const { statusCode, body } = result as APIGatewayProxyStructuredResultV2;
  return { status: Number(statusCode), text: String(body), body: JSON.parse(String(body)) };
}

function physicalNames(url: string, tesla: TeslaSimulator): PhysicalNames {
  const tableNames = Object.fromEntries(Object.keys(tables).map((name) => [name, physicalTable(name)]));
  const queueUrls = Object.fromEntries(
    Object.keys(queues).map((name) => [name, `${url}/000000000000/${name}`]),
  );
  return {
    tables: tableNames as PhysicalNames['tables'],
    queueUrls: queueUrls as PhysicalNames['queueUrls'],
    busName: 'smartlading',
    secretIds: {
      'tesla-client-secret': 'tesla-client-secret',
      'entsoe-token': 'entsoe-token',
      'elvia-tariff-key': 'elvia-tariff-key',
    },
    vaultKey: { localKey: Buffer.alloc(32, 7).toString('base64') },
    settings: {
      ...settings,
      // Fewer partitions to ask at each tick.
      DUE_SHARDS: '1',
      TESLA_API_URL: tesla.apiUrl,
      TESLA_AUTHORIZE_URL: tesla.authorizeUrl,
      TESLA_TOKEN_URL: tesla.tokenUrl,
      TESLA_REVOKE_URL: tesla.revokeUrl,
      TESLA_COMMAND_URL: tesla.commandUrl,
    },
  };
}
