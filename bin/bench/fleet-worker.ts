import { parentPort, workerData } from 'node:worker_threads';
import type { Problem } from '../../lib/planning/index.ts';
import { fleetHome } from './classes.ts';
import { makeHome } from './make-home.ts';
import { plain } from './measure-class.ts';

/** What a worker plans: homes `first`, `first + step`, … below `homes`. */
export interface FleetWork {
  readonly first: number;
  readonly step: number;
  readonly homes: number;
  readonly slots: number;
}

export interface FleetDone {
  readonly planned: number;
  readonly proved: number;
}

const { first, step, homes, slots } = workerData as FleetWork;

const warmUp = Array.from({ length: 1000 }, (_, i) => makeHome(fleetHome(i, slots), 2_000_000 + i));
for (const problem of warmUp) await plain(problem);

const problems: Problem[] = [];
for (let seed = first; seed < homes; seed += step) problems.push(makeHome(fleetHome(seed, slots), seed));
parentPort?.postMessage('ready');
parentPort?.once('message', () => void planAll());

async function planAll(): Promise<void> {
  let proved = 0;
  for (const problem of problems) {
    const { status } = await plain(problem);
    if (status !== 'bounded') proved += 1;
  }
  parentPort?.postMessage({ planned: problems.length, proved } satisfies FleetDone);
}
