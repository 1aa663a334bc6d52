import { expect, it } from 'vitest';
import { type HouseOutlook, unknownHouse } from '../../lib/charging/house-outlook.ts';
import { planHome } from '../../lib/charging/plan-home.ts';
import { planProblem } from '../../lib/charging/plan-problem.ts';
import type { Planner } from '../../lib/charging/solve-home.ts';
import {
  fuseKw as carriedKw,
  type HomeVehicle,
  type PlanInForce,
  plannedFuseKw,
} from '../../lib/homes/index.ts';
import { aVehicle, evening, nightPrices, seen } from './support/a-vehicle.ts';

const planner: Planner = (problem) => planProblem(problem, 'short');
const fuseKw = plannedFuseKw({ ampere: 25, phases: 3, net: 'TN' });
const houseKw = 1.5;
const house = { ...unknownHouse, fuseKw, net: 'TN', loadKw: () => houseKw } as const;

const told = seen(evening, { maxKw: 11.04 });
const untold = { ...told, circuit: { ampere: 16, maxAmpere: 16, phases: null, volts: null } };
const car = (vehicleRef: string, over: Partial<HomeVehicle>): HomeVehicle => ({
  ...aVehicle({ observed: told, ...over }),
  vehicleRef,
});

const plansOf = (...vehicles: HomeVehicle[]) => plansOfHome(house, vehicles);

async function plansOfHome(house: HouseOutlook, vehicles: readonly HomeVehicle[]): Promise<PlanInForce[]> {
  const asked = vehicles.map((vehicle) => ({
    ...{ vehicle, prices: nightPrices, now: evening, planId: 'p', reason: 'plugged-in' as const },
  }));
  return [
    ...(await planHome({ asked, house, loads: [], share: 0, tellsOtherWishes: false }, planner)).values(),
  ];
}

/** What the cars and the house draw at most when every window is followed. */
function mostKw(plans: readonly PlanInForce[], loadKw = houseKw): number {
  const kwAt = (plan: PlanInForce, at: number) => {
    const window = plan.windows.find(({ fromAt, untilAt }) => fromAt <= at && at < untilAt);
    if (window === undefined) return 0;
    return window.ampere === null ? plan.maxKw : window.ampere * (plan.kwPerAmpere ?? Number.NaN);
  };
  const edges = plans.flatMap(({ windows }) => windows.map(({ fromAt }) => fromAt));
  return Math.max(...edges.map((at) => loadKw + plans.reduce((sum, plan) => sum + kwAt(plan, at), 0)));
}

it.each<[string, Partial<HomeVehicle>, Partial<HomeVehicle>]>([
  ['neither has told its phases', { observed: untold }, { observed: untold }],
  ['one has told its phases', { observed: untold }, {}],
  ['one was linked under a notice that does not name the current', { maySetCurrent: false }, {}],
])(
  'two cars behind a fuse that carries one, where %s: on or off, never too much, few starts',
  async (_, a, b) => {
    const plans = await plansOf(car('a', a), car('b', b));
    expect(mostKw(plans)).toBeLessThanOrEqual(fuseKw + 1e-6);
    expect(plans[0]?.windows.every(({ ampere }) => ampere === null)).toBe(true);
    for (const { windows, shortfallKwh } of plans) {
      expect(windows.length).toBeLessThanOrEqual(5);
      expect(shortfallKwh).toBeLessThan(0.1);
    }
  },
);

const small = { ampere: 20, phases: 3, net: 'TN' } as const;
const onOff = { maySetCurrent: false } as const;
/** Above what the margin leaves of a fuse of 20 A, below what it carries; or above both. */
it.each<[string, number, HomeVehicle[]]>([
  ['the fuse carries it but for the margin', 2, [car('a', onOff)]],
  ['the fuse does not carry it', 4, [car('a', onOff)]],
  ['another car can be told a current', 2, [car('a', onOff), car('b', {})]],
  ['neither of two can be told a current', 4, [car('a', onOff), car('b', onOff)]],
])('no car stands all night because it is on or off: %s', async (_, loadKw, vehicles) => {
  const behind = {
    ...{ ...house, fuseKw: plannedFuseKw(small), carriesKw: carriedKw(small), loadKw: () => loadKw },
  };
  const plans = await plansOfHome(behind, vehicles);
  for (const { windows, shortfallKwh } of plans) {
    expect(windows.length).toBeGreaterThan(0);
    expect(shortfallKwh).toBeLessThan(12);
  }
  expect(plans[0]?.shortfallKwh).toBeLessThan(0.1);
  expect(mostKw(plans, loadKw)).toBeLessThanOrEqual(Math.max(carriedKw(small), loadKw + 11.04) + 1e-6);
});
