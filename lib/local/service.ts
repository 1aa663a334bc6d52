import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { systemClock } from '../platform/index.ts';
import { atLocalTime } from '../time/index.ts';
import { functions, queues, tables } from '../wiring.ts';
import { type Cloud, startCloud } from './cloud.ts';
import { CarRoutine } from './demo/car-routine.ts';
import { demoCustomer } from './demo/demo-customer.ts';
import { moveIn } from './demo/move-in.ts';
import type { LoadEntry } from './functions/function-host.ts';
import { HttpGateway, type Responder } from './gateway/http-gateway.ts';
import { linkPatience } from './gateway/link-patience.ts';
import { machineRoutes } from './gateway/machine-routes.ts';
import { pageFiles } from './gateway/page-files.ts';
import { createIdentity, type Identity } from './identity.ts';
import { type KeptRun, openRun } from './kept-run.ts';
import { LineRing } from './line-ring.ts';
import { localService } from './local-service.ts';
import type { LocalService, ServiceOptions } from './service-options.ts';
import { type Surroundings, startSurroundings } from './surroundings.ts';
import { VirtualClock } from './time/virtual-clock.ts';

const MOST_LOG_LINES = 200_000;
const repository = resolve(import.meta.dirname, '../..');
const load: LoadEntry = (entry) => import(pathToFileURL(resolve(repository, entry)).href);

/**
 * Starts the whole service on this machine and resolves when it answers; with `link`, when the demo car is linked and
 * the day's prices are in. Rejects with the system's error where the port is taken, DataDirInUse where the directory is.
 */
export async function startService(options: ServiceOptions = {}): Promise<LocalService> {
  const kept = openRun(options.dataDir);
  const started: (() => unknown)[] = [kept.close];
  try {
    return await start(options, kept, started);
  } catch (thrown) {
    for (const stop of started.reverse()) await stop();
    throw thrown;
  }
}

/** Whatever it starts it adds to `started`, so that a start that fails leaves nothing running. */
async function start(
  options: ServiceOptions,
  kept: KeptRun,
  started: (() => unknown)[],
): Promise<LocalService> {
  const { speed = Number.POSITIVE_INFINITY } = options;
  // Nothing moves before everything stands.
  const startSpeed = Number.isFinite(speed) ? 0 : speed;
  const clock = new VirtualClock({ startAt: startOf(options, kept), speed: startSpeed, realMs });
  const gateway = await HttpGateway.listen(options.port ?? 0);
  started.push(() => gateway.stop());
  const surroundings = await startSurroundings(clock, options, kept.simulator);
  started.push(() => surroundings.stop());
  const identity = await createIdentity(clock, `${gateway.origin}/identity`, kept.identityKey);
  kept.keepKeys(identity.exportKey());
  const lines = new LineRing(MOST_LOG_LINES);
  const keep = () =>
    kept.keep(() => ({
      nowAt: clock.now(),
      simulator: surroundings.tesla.exportState(),
      queues: cloud.queues,
    }));
  const cloud: Cloud = await startCloud({
    ...{ clock, identity, gateway, load, vaultKey: kept.vaultKey, storePath: kept.storePath },
    wiring: { functions, tables, queues },
    settings: surroundings.settings(gateway.origin),
    secrets: surroundings.secrets,
    ...responders(options, { clock, identity, wake: () => cloud.engine.wake() }),
    sources: routine(options, clock, surroundings),
    logSink: (line) => {
      lines.add(line);
      options.log?.(line);
    },
    afterStep: async () => {
      keep();
      await options.afterStep?.(service);
    },
  });
  started.push(() => cloud.stop());
  kept.restoreQueues(cloud.queues);
  const parts = { gateway, clock, cloud, surroundings, identity, lines, keep, close: kept.close };
  const service = localService({ ...parts, resumed: kept.nowAt !== undefined });
  if (!service.resumed && options.link !== false) await moveIn(service, options);
  keep();
  if (Number.isFinite(speed)) {
    service.setSpeed(speed);
    cloud.engine.start();
  }
  return service;
}

function realMs(): number {
  return performance.now();
}

function startOf({ startAt, live }: ServiceOptions, kept: KeptRun): number {
  if (live) return Math.max(systemClock.now(), kept.nowAt ?? 0);
  return kept.nowAt ?? startAt ?? atLocalTime('2026-10-22', '16:30');
}

function routine(options: ServiceOptions, clock: VirtualClock, { tesla }: Surroundings): CarRoutine[] {
  if (options.routine === false) return [];
  return tesla.cars.map((car, i) => new CarRoutine(clock, car, i === 0 ? {} : secondRoutine));
}

/** It comes home later, and from other roads. */
const secondRoutine = { comesHome: '18:30', name: ' second' };

function responders(
  { pageDirectory }: ServiceOptions,
  machine: { clock: VirtualClock; identity: Identity; wake: () => void },
): { before: Responder[]; after: Responder[] } {
  const { clock, identity, wake } = machine;
  const setSpeed = (speed: number) => {
    clock.setSpeed(speed);
    wake();
  };
  return {
    before: [
      machineRoutes({ clock, setSpeed, identity, demoCustomer }),
      linkPatience(() => clock.speed, setSpeed),
    ],
    after: pageDirectory === undefined ? [] : [pageFiles(pageDirectory)],
  };
}
