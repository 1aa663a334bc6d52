import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { moveToRevocation, readVehicle, revokeGrant } from '../../lib/devices/index.ts';
import { asServiceError, type Platform, type Seal, ServiceError } from '../../lib/platform/index.ts';
import { type DevicesWorld, startDevicesWorld } from './support/devices-world.ts';

/*
 * Workers whose every step into the world (store, Tesla, seal) waits until the scheduler lets it go: fast-check picks the
 * interleaving and prints its seed on failure. RACE_RUNS raises the number of interleavings.
 */
const numRuns = Number(process.env.RACE_RUNS ?? 25);
const pastTheEnd = 8 * 3600 + 1;
const onceEach = (spends: readonly number[]) => spends.slice(0, -1).every((times) => times === 1);

/** Binds bytes to their context without the work of encrypting, so that many interleavings can be tried. */
const quickSeal: Seal = {
  close: async (text, context) => Buffer.from(JSON.stringify([text, context])),
  open: async (sealed, context) => {
    const [text, bound] = JSON.parse(Buffer.from(sealed).toString());
    if (!isDeepStrictEqual(bound, context)) {
      throw new ServiceError('sealed-text-unreadable');
    }
    return text;
  },
};

vi.setConfig({ testTimeout: Math.max(120_000, numRuns * 2_000) });

let world: DevicesWorld;
beforeAll(async () => {
  world = await startDevicesWorld({}, { seal: quickSeal });
});
afterAll(() => world.stop());

function scheduledWorker(s: fc.Scheduler, label: string): Platform {
  const platform = world.worker();
  const { dynamo, http, seal } = platform;
  const later = async <Result>(what: string, work: () => Promise<Result>): Promise<Result> => {
    await s.schedule(Promise.resolve(), `${label} ${what}`);
    return work();
  };
  return {
    ...platform,
    dynamo: new Proxy(dynamo, {
      get: (target, key) =>
        key === 'send'
          ? (...call: unknown[]) => later('store', () => Reflect.apply(target.send, target, call))
          : Reflect.get(target, key, target),
    }),
    http: { send: (request) => later('tesla', () => http.send(request)) },
    seal: {
      open: (sealed, context) => later('open', () => seal.open(sealed, context)),
      close: (text, context) => later('close', () => seal.close(text, context)),
    },
  };
}

async function outcomesOf(s: fc.Scheduler, works: readonly Promise<unknown>[]): Promise<string[]> {
  const outcomes = Promise.all(
    works.map((work) =>
      work.then(
        () => 'done',
        (thrown: unknown) => asServiceError(thrown).code,
      ),
    ),
  );
  return s.waitFor(outcomes);
}

describe('workers that find the same access token at its end', () => {
  it('spend each refresh token exactly once, and never lose the grant', async () => {
    const { grantRef, vehicleRef } = await world.link();
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 20 }), async (s, count) => {
        const spentBefore = world.tesla.refreshSpends().length;
        world.clock.passSeconds(pastTheEnd);
        const workers = Array.from({ length: count }, (_, index) => scheduledWorker(s, `w${index}`));
        const outcomes = await outcomesOf(
          s,
          workers.map((worker) => readVehicle(worker, grantRef, vehicleRef)),
        );
        expect(new Set(['done', 'rate-limited', ...outcomes]).size).toBe(2);
        expect(outcomes).toContain('done');
        expect(world.tesla.refreshSpends()).toHaveLength(spentBefore + 1);
        expect(onceEach(world.tesla.refreshSpends())).toBe(true);
        expect((await readVehicle(world.platform, grantRef, vehicleRef)).reach).toBe('asleep');
      }),
      { numRuns },
    );
  });

  it('spend one also when Tesla refuses an access token that looked good', async () => {
    const { grantRef, vehicleRef } = await world.link();
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 8 }), async (s, count) => {
        const spentBefore = world.tesla.refreshSpends().length;
        world.tesla.faults.next('state', { status: 401, error: 'token expired (401)' }, count);
        const workers = Array.from({ length: count }, (_, index) => scheduledWorker(s, `w${index}`));
        await outcomesOf(
          s,
          workers.map((worker) => readVehicle(worker, grantRef, vehicleRef)),
        );
        world.tesla.faults.clear();
        // A worker that came late was refused with the renewed token: that is another generation.
        const spent = world.tesla.refreshSpends();
        expect(spent.length).toBeGreaterThan(spentBefore);
        expect(Math.max(...spent)).toBe(1);
        expect((await readVehicle(world.platform, grantRef, vehicleRef)).reach).toBe('asleep');
      }),
      { numRuns: Math.ceil(numRuns / 2) },
    );
  });
});

describe('workers that refresh while consent is withdrawn', () => {
  it('leave nothing alive at Tesla, in whatever order it happens', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 6 }), async (s, count) => {
        const { grantRef, vehicleRef } = await world.link();
        world.clock.passSeconds(pastTheEnd);
        const alive = world.tesla.tokensAlive().refresh;
        const workers = Array.from({ length: count }, (_, index) => scheduledWorker(s, `w${index}`));
        const saga = scheduledWorker(s, 'saga');
        await outcomesOf(s, [
          ...workers.map((worker) => readVehicle(worker, grantRef, vehicleRef)),
          moveToRevocation(saga, grantRef),
        ]);
        world.clock.passSeconds(30);
        expect((await revokeGrant(world.platform, grantRef)).level).toBe('proven');
        expect(world.tesla.tokensAlive()).toEqual({ refresh: alive - 1, access: 0 });
      }),
      { numRuns },
    );
  });
});
