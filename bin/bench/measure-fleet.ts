import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { FleetDone, FleetWork } from './fleet-worker.ts';

export interface FleetFigures {
  readonly homes: number;
  readonly slots: number;
  readonly workers: number;
  readonly plansPerSecond: number;
  readonly proved: number;
}

const WORKERS = 2;

/** Plans a fleet on two worker threads, making the homes and warming up not counted. */
export async function measureFleet(homes: number, slots: number): Promise<FleetFigures> {
  const workers = Array.from(
    { length: WORKERS },
    (_, first) =>
      new Worker(new URL('./fleet-worker.ts', import.meta.url), {
        workerData: { first, step: WORKERS, homes, slots } satisfies FleetWork,
      }),
  );
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  const startedMs = performance.now();
  const done = workers.map(async (worker) => (await once(worker, 'message'))[0] as FleetDone);
  for (const worker of workers) worker.postMessage('go');
  const results = await Promise.all(done);
  const seconds = (performance.now() - startedMs) / 1000;
  await Promise.all(workers.map((worker) => worker.terminate()));
  const planned = results.reduce((sum, result) => sum + result.planned, 0);
  const proved = results.reduce((sum, result) => sum + result.proved, 0);
  return { homes, slots, workers: WORKERS, plansPerSecond: planned / seconds, proved: proved / planned };
}
