import * as fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { type HouseOutlook, unknownHouse } from '../../lib/charging/house-outlook.ts';
import { planHome } from '../../lib/charging/plan-home.ts';
import { planProblem } from '../../lib/charging/plan-problem.ts';
import type { Planner } from '../../lib/charging/solve-home.ts';
import { fuseKw } from '../../lib/homes/index.ts';
import { aVehicle, evening, pricesFrom, seen, sessionFrom } from './support/a-vehicle.ts';

const loaded = vi.hoisted(() => ({ times: 0 }));
vi.mock('highs', () => {
  loaded.times += 1;
  return { default: () => Promise.reject(new Error('not in a usual night')) };
});

const steps = [
  { uptoKw: 1.999, nokPerMonth: 125 },
  { uptoKw: 4.999, nokPerMonth: 250 },
  { uptoKw: 9.999, nokPerMonth: 420 },
  { uptoKw: 10_000, nokPerMonth: 585 },
];
const night = fc.record({
  hourly: fc.array(fc.integer({ min: -10, max: 250 }), { minLength: 16, maxLength: 16 }),
  soc: fc.double({ min: 0.05, max: 0.75, noNaN: true }),
  loadKw: fc.double({ min: 0.3, max: 4, noNaN: true }),
  ampere: fc.constantFrom(10, 16, 32),
  phases: fc.constantFrom<1 | 3>(1, 3),
  hasFuse: fc.boolean(),
  hasFee: fc.constantFrom(false, false, true),
});

it('a home with one car never loads HiGHS, whatever its night, and few of its plans are left unproved', async () => {
  const statuses: string[] = [];
  const planner: Planner = async (problem, patience) => {
    const plan = await planProblem(problem, patience);
    statuses.push(plan.status);
    return plan;
  };
  await fc.assert(
    fc.asyncProperty(night, async ({ hourly, soc, loadKw, ampere, phases, hasFuse, hasFee }) => {
      const maxKw = (230 * ampere * phases) / 1000;
      const circuit = { ampere, maxAmpere: ampere, phases, volts: 230 };
      const vehicle = aVehicle({
        observed: seen(evening, { soc, maxKw, circuit }),
        session: sessionFrom(evening, { maxKw }),
      });
      const capacity = {
        steps,
        peaksOutside: () => [{ date: '2026-10-05', kw: 4, known: true }],
        earlierToday: null,
        assumed: false,
      };
      const house: HouseOutlook = {
        ...unknownHouse,
        loadKw: () => loadKw,
        fuseKw: hasFuse ? fuseKw({ ampere: 25, phases: 3, net: 'TN' }) : null,
        capacity: hasFee ? capacity : null,
      };
      const prices = pricesFrom(
        evening,
        hourly.flatMap((ore) => [ore, ore, ore, ore]),
      );
      const asked = [{ vehicle, prices, now: evening, reason: 'plugged-in', planId: 'p' } as const];
      await planHome({ asked, house, loads: [], share: 0, tellsOtherWishes: false }, planner);
    }),
    { numRuns: 12 },
  );
  expect(loaded.times).toBe(0);
  const proved = statuses.filter((status) => status !== 'bounded').length;
  expect(proved).toBeGreaterThanOrEqual(0.9 * statuses.length);
});
