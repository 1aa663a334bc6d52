import { createPlatform, environmentOfRow, type PhysicalNames, type Platform } from '../platform/index.ts';
import type { FunctionRow } from '../wiring.ts';
import { AsyncInvocations } from './aws/async-invocations.ts';
import { startAwsEndpoint } from './aws/aws-endpoint.ts';
import { eventActions } from './aws/event-actions.ts';
import { EventBus } from './aws/event-bus.ts';
import { MessageQueue } from './aws/message-queue.ts';
import { QueueConsumer } from './aws/queue-consumer.ts';
import { region } from './aws/region.ts';
import { secretActions } from './aws/secret-actions.ts';
import { sqsActions } from './aws/sqs-actions.ts';
import { physicalTable, TableStore } from './aws/table-store.ts';
import type { CloudOptions, Wiring } from './cloud-options.ts';
import { Faults } from './functions/faults.ts';
import { FunctionHost } from './functions/function-host.ts';
import { apiRoutes } from './gateway/api-routes.ts';
import { Engine } from './time/engine.ts';
import type { EventSource } from './time/event-source.ts';
import { ScheduleSource } from './time/schedule-source.ts';

const BUS = 'smartlading';

/** The wiring table as a running service on this machine. */
export interface Cloud {
  /** Where the AWS SDK finds this machine's AWS. */
  readonly endpointUrl: string;
  readonly engine: Engine;
  readonly faults: Faults;
  readonly store: TableStore;
  readonly queues: ReadonlyMap<string, MessageQueue>;
  readonly bus: EventBus;
  readonly invocations: AsyncInvocations;
  /** Invokes a function as an operator would, and waits for it. */
  invoke(functionName: string, event: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const { clock, wiring, gateway } = options;
  const faults = new Faults();
  const wake = () => engine.wake();
  const queues = new Map(
    Object.entries(wiring.queues).map(([name, row]) => [name, new MessageQueue({ ...row, clock })]),
  );
  const invoke = (functionName: string, event: unknown) => host.invoke(functionName, event);
  const invocations = new AsyncInvocations(clock, invoke);
  const bus = new EventBus(clock, rulesOf(wiring), (name, event) => invocations.add(name, event));
  const endpoint = await startAwsEndpoint(
    {
      ...sqsActions(queues, { isLost: (name) => faults.takeLoss(name), sent: wake }),
      ...eventActions(BUS, bus, wake),
      ...secretActions(options.secrets),
    },
    options.storePath,
  );
  const host = new FunctionHost({
    functions: wiring.functions,
    load: options.load,
    platformFor: platformMaker(options, endpoint.url),
    crashFor: (name) => faults.takeCrash(name),
  });
  const sources: readonly EventSource[] = [
    ...options.sources,
    ...scheduleSources(options, faults, invocations),
    invocations,
    ...consumers(wiring, queues, faults, invoke),
  ];
  const engine = new Engine(clock, sources, options.afterStep);
  const store = new TableStore(endpoint.url, wiring.tables);
  await store.create();
  const routes = apiRoutes({ functions: wiring.functions, identity: options.identity, clock, invoke });
  gateway.open([...options.before, routes, ...options.after]);
  return {
    endpointUrl: endpoint.url,
    engine,
    faults,
    store,
    queues,
    bus,
    invocations,
    invoke,
    async stop() {
      await engine.stop();
      await gateway.stop();
      store.close();
      await endpoint.stop();
    },
  };
}

function rulesOf(wiring: Wiring): ReadonlyMap<string, readonly string[]> {
  const rules = new Map<string, string[]>();
  for (const [name, row] of Object.entries(wiring.functions))
    for (const trigger of row.triggers)
      if (trigger.kind === 'event') rules.set(trigger.event, [...(rules.get(trigger.event) ?? []), name]);
  return rules;
}

function scheduleSources(
  { wiring, clock }: CloudOptions,
  faults: Faults,
  invocations: AsyncInvocations,
): EventSource[] {
  return Object.entries(wiring.functions).flatMap(([functionName, row]) =>
    row.triggers
      .filter((trigger) => trigger.kind === 'schedule')
      .map(
        (trigger) =>
          new ScheduleSource(trigger, clock, () => {
            if (!faults.takeDrop(trigger.name)) invocations.add(functionName, trigger.input);
          }),
      ),
  );
}

function consumers(
  wiring: Wiring,
  queues: ReadonlyMap<string, MessageQueue>,
  faults: Faults,
  invoke: Cloud['invoke'],
): EventSource[] {
  return Object.entries(wiring.functions).flatMap(([functionName, row]) =>
    row.triggers
      .filter((trigger) => trigger.kind === 'queue')
      .map(({ queue: queueName, batchSize }) => {
        const queue = queues.get(queueName);
        if (!queue) throw new Error(`no queue ${queueName} in the wiring table`);
        return new QueueConsumer({
          queueName,
          queue,
          batchSize,
          invoke: (event) => invoke(functionName, event),
          deliverAgain: () => faults.takeDuplicate(queueName),
        });
      }),
  );
}

/** Each function gets the variables its row gives it in the cloud, and a guard in the place of its role. */
function platformMaker(
  { clock, wiring, settings, vaultKey, logSink }: CloudOptions,
  endpointUrl: string,
): (functionName: string, row: FunctionRow) => Platform {
  const named = <T>(names: readonly string[], physical: (name: string) => T) =>
    Object.fromEntries(names.map((name) => [name, physical(name)]));
  const rows = Object.values(wiring.functions);
  const names = {
    tables: named(Object.keys(wiring.tables), physicalTable),
    queueUrls: named(Object.keys(wiring.queues), (name) => `${endpointUrl}/000000000000/${name}`),
    busName: BUS,
    secretIds: named([...new Set(rows.flatMap(({ secrets }) => secrets))], (name) => name),
    vaultKey: { localKey: vaultKey },
    settings,
  } as PhysicalNames;
  const aws = {
    AWS_REGION: region,
    AWS_ENDPOINT_URL: endpointUrl,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  };
  return (functionName, row) =>
    createPlatform({
      environment: { ...environmentOfRow(row, names), ...aws },
      functionName,
      clock,
      logSink,
      allowed: row,
    });
}
