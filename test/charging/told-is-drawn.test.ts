import { expect, it } from 'vitest';
import { currentsOf } from '../../lib/charging/currents-of.ts';
import { fuseCarries } from '../../lib/charging/fuse-carries.ts';
import type { HomeProblem } from '../../lib/charging/home-problem.ts';
import { unknownHouse } from '../../lib/charging/house-outlook.ts';
import { announcedSchedule } from '../../lib/charging/keep-announced.ts';
import type { PlanBasis } from '../../lib/charging/plan-basis.ts';
import { planHome } from '../../lib/charging/plan-home.ts';
import { planProblem } from '../../lib/charging/plan-problem.ts';
import type { Planner } from '../../lib/charging/solve-home.ts';
import { windowsOf } from '../../lib/charging/windows.ts';
import { withinFuse } from '../../lib/charging/within-fuse.ts';
import type { PlanInForce } from '../../lib/homes/index.ts';
import { HOUR_MS, QUARTER_MS } from '../../lib/time/index.ts';
import { aHomeProblem, stretches } from './support/a-home-problem.ts';
import { aVehicle, evening, hours, nightPrices, planned, seen } from './support/a-vehicle.ts';

const planner: Planner = (problem) => planProblem(problem, 'short');
const perAmpere = 0.69;
const rowOf = (kw: number) => stretches([4, 0], [16, kw], [4, 0]);

it('no quarter hour is told more energy than its amperes deliver, where whole amperes leave energy missing', () => {
  // Together 17.5 amperes: what one of them loses by rounding has no room beside the other.
  const home = aHomeProblem(stretches([24, 50]), { fuseKw: 17.5 * perAmpere }, [{}, {}]);
  const { powerKw, ampere } = currentsOf(home, [rowOf(8.75 * perAmpere), rowOf(8.75 * perAmpere)], 0);
  for (const [v, row] of powerKw.entries()) {
    for (const [t, kw] of row.entries()) {
      expect(kw).toBeLessThanOrEqual((ampere[v]?.[t] ?? 16) * perAmpere + 1e-9);
    }
  }
});

it('what whole amperes take from a plan that fills the fuse is charged in other quarter hours', async () => {
  const circuit = { ampere: 16, maxAmpere: 16, phases: 3, volts: 230 } as const;
  const vehicle = aVehicle({ observed: seen(evening, { soc: 0.4, maxKw: 11.04, circuit }) });
  const loadKw = (at: number) => (at < evening + hours(9) ? 10.3 : 6.5);
  const house = { ...unknownHouse, fuseKw: 15.32, net: 'TN', loadKw } as const;
  const asked = [{ vehicle, prices: nightPrices, now: evening, planId: 'p', reason: 'plugged-in' as const }];
  const plans = await planHome({ asked, house, loads: [], share: 0, tellsOtherWishes: false }, planner);
  const [plan] = [...plans.values()];
  const drawnKwh = plan?.windows.reduce(
    (sum, { fromAt, untilAt, ampere }) => sum + ((ampere ?? 16) * perAmpere * (untilAt - fromAt)) / HOUR_MS,
    0,
  );
  expect(plan?.shortfallKwh).toBe(0);
  expect(drawnKwh).toBeGreaterThan((0.4 * 75) / 0.9);
});

it('where no schedule of two cars fits the fuse, one of them stands while the other charges', () => {
  const home = aHomeProblem(stretches([24, 50]), { fuseKw: 15, loadKw: () => 2 }, [{}, {}]);
  // For part of the quarter hour each: their means fit, their powers do not.
  const rows = [rowOf(6), rowOf(6)];
  const currents = { powerKw: rows, ampere: rows.map((row) => row.map(() => null)) };
  expect(fuseCarries(home, currents)).toBe(false);
  const kept = withinFuse(home, currents);
  expect(fuseCarries(home, kept)).toBe(true);
  expect(kept.powerKw[0]).toEqual(rows[0]);
});

it('beside other cars behind a fuse a crumb of charging keeps its minutes', () => {
  const portion = (at: number, gridKwh: number) => ({
    ...{ fromAt: evening + at, untilAt: evening + at + QUARTER_MS, gridKwh },
  });
  const portions = [portion(0, 11 / 4), portion(hours(1), 11 / 20)];
  expect(windowsOf(portions, 11)).toHaveLength(1);
  const [first, crumb] = windowsOf(portions, 11, true);
  expect(first?.untilAt).toBe(evening + QUARTER_MS);
  expect(crumb).toMatchObject({ fromAt: evening + hours(1), untilAt: evening + hours(1) + 3 * 60_000 });
});

it('an announced schedule is kept only where the fuse carries its windows, not only their means', async () => {
  const home = aHomeProblem(stretches([24, 50]), { fuseKw: 30, loadKw: () => 2 }, [{}, {}]);
  const solved = await planner(home.problem);
  const announcedIn = (fuseKw: number) => {
    const cars = home.cars.map((car) => ({ ...car, basis: { ...car.basis, ...announced(car.basis, home) } }));
    return announcedSchedule({ ...home, cars, problem: { ...home.problem, fuseKw } }, solved);
  };
  expect(announcedIn(30)?.powerKw).toEqual([everyHalf, everyHalf]);
  expect(announcedIn(15)).toBeNull();
});

/** Half of each quarter hour at full power: a mean of half of it. */
const everyHalf = stretches([24, 5.6]);

function announced({ vehicle, readyAt }: PlanBasis, { startsAt }: HomeProblem) {
  const slots = startsAt.map((startAt) => ({ startAt, powerKw: 5.6, priceOrePerKwh: 50 }));
  const windows = startsAt.map((fromAt) => ({ fromAt, untilAt: fromAt + QUARTER_MS / 2, ampere: null }));
  const plan = { ...(planned().plan as PlanInForce), readyAt, slots, windows };
  return { reason: 'prices-arrived' as const, vehicle: { ...vehicle, plan } };
}
