import { randomBytes } from 'node:crypto';
import type { JWK } from 'jose';
import * as z from 'zod';
import type { Instant } from '../time/index.ts';
import type { MessageQueue } from './aws/message-queue.ts';
import { DataDir } from './data-dir.ts';

/** Moves when what a run keeps is no longer what the one before could read: homes and their plans above all. */
const KEPT_FORM = 2;

const message = z.object({
  messageId: z.string(),
  body: z.string(),
  sentAt: z.number(),
  visibleAt: z.number(),
  firstReceivedAt: z.number().nullable(),
  receiveCount: z.number(),
});
const queueStates = z.record(z.string(), z.object({ waiting: z.array(message), dead: z.array(message) }));

/** What the next run needs besides the tables: the clock, the keys, the queues, and the world outside the service. */
export interface KeptRun {
  /** Undefined where no run was kept. */
  readonly nowAt: Instant | undefined;
  readonly identityKey: JWK | undefined;
  readonly vaultKey: string;
  readonly simulator: unknown;
  readonly storePath: string | undefined;
  restoreQueues(queues: ReadonlyMap<string, MessageQueue>): void;
  keepKeys(identityKey: JWK): void;
  /** `state` is asked for only where it is kept: copying a simulator is not free. */
  keep(state: () => RunState): void;
  /** The next run may open it. */
  close(): void;
}

interface RunState {
  readonly nowAt: Instant;
  readonly simulator: unknown;
  readonly queues: ReadonlyMap<string, MessageQueue>;
}

/** With no directory everything is new and nothing is kept. Throws DataDirInUse, DataDirOfAnotherVersion. */
export function openRun(path: string | undefined): KeptRun {
  const dir = path === undefined ? undefined : new DataDir(path);
  dir?.lock();
  if (dir) checkForm(dir);
  const vaultKey = z.string().optional().parse(dir?.read('vault')) ?? randomBytes(32).toString('base64');
  return {
    nowAt: z.number().optional().parse(dir?.read('clock')),
    identityKey: z.looseObject({ kty: z.string() }).optional().parse(dir?.read('identity')) as
      | JWK
      | undefined,
    vaultKey,
    simulator: dir?.read('simulator'),
    storePath: dir?.storePath,
    restoreQueues(queues) {
      const kept = queueStates.optional().parse(dir?.read('queues')) ?? {};
      for (const [name, state] of Object.entries(kept)) queues.get(name)?.restore(state);
    },
    keepKeys(identityKey) {
      dir?.write('vault', vaultKey);
      dir?.write('identity', identityKey);
    },
    keep(state) {
      if (!dir) return;
      const { nowAt, simulator, queues } = state();
      // The clock last: a run that has one is a run that can be taken up.
      dir.write('simulator', simulator);
      const dumps = [...queues].map(([name, queue]) => [name, queue.dump()] as const);
      dir.write(
        'queues',
        Object.fromEntries(dumps.map(([name, { waiting, dead }]) => [name, { waiting, dead }])),
      );
      dir.write('clock', nowAt);
    },
    close: () => dir?.unlock(),
  };
}

/** Better no start than a start on homes that nobody can read. */
function checkForm(dir: DataDir): void {
  if (dir.read('clock') !== undefined && dir.read('form') !== KEPT_FORM) {
    dir.unlock();
    throw new DataDirOfAnotherVersion();
  }
  dir.write('form', KEPT_FORM);
}

/** What is in the directory was kept by a version that wrote it otherwise. */
export class DataDirOfAnotherVersion extends Error {
  override readonly name = 'DataDirOfAnotherVersion';
}
