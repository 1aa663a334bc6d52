import { startAwsEndpoint } from '../../../lib/local/aws/aws-endpoint.ts';
import { MessageQueue } from '../../../lib/local/aws/message-queue.ts';
import { sqsActions } from '../../../lib/local/aws/sqs-actions.ts';
import { physicalTable, TableStore } from '../../../lib/local/aws/table-store.ts';
import { createPlatform, type Platform } from '../../../lib/platform/index.ts';
import type { Instant } from '../../../lib/time/index.ts';
import { tables } from '../../../lib/wiring.ts';

/** The rooms that keep a home, over the real store and queues, on a clock that a test moves. */
export interface HomesWorld {
  readonly platform: Platform;
  readonly store: TableStore;
  readonly clock: { at: Instant };
  /** The bodies of the messages waiting in a queue. */
  waiting(queue: 'charging' | 'forgetting'): unknown[];
  stop(): Promise<void>;
}

export async function startHomesWorld(): Promise<HomesWorld> {
  const clock = { at: Date.parse('2026-10-22T15:00:00Z') };
  const now = () => clock.at;
  const queue = () => new MessageQueue({ visibilitySeconds: 180, maxReceives: 5, clock: { now } });
  const queues = new Map([
    ['charging', queue()],
    ['forgetting', queue()],
  ]);
  const endpoint = await startAwsEndpoint(
    sqsActions(queues, { isLost: () => false, sent: () => {} }),
    undefined,
  );
  const store = new TableStore(endpoint.url, tables);
  await store.create();
  const platform = createPlatform({
    environment: {
      TABLE_HOMES: physicalTable('homes'),
      TABLE_SAVINGS: physicalTable('savings'),
      TABLE_PRICES: physicalTable('prices'),
      TABLE_TARIFFS: physicalTable('tariffs'),
      SETTLEMENT_MINUTES: '60',
      QUEUE_CHARGING_URL: `${endpoint.url}/000000000000/charging`,
      QUEUE_FORGETTING_URL: `${endpoint.url}/000000000000/forgetting`,
      DUE_SHARDS: '3',
      AWS_REGION: 'eu-north-1',
      AWS_ENDPOINT_URL: endpoint.url,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    },
    clock: { now },
    logSink: () => {},
  });
  return {
    platform,
    store,
    clock,
    waiting: (name) =>
      queues
        .get(name)
        ?.dump()
        .waiting.map(({ body }) => JSON.parse(body)) ?? [],
    async stop() {
      store.close();
      await endpoint.stop();
    },
  };
}
