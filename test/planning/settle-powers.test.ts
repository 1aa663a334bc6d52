import { describe, expect, it } from 'vitest';
import { checkPlan, planCharging } from '../../lib/planning/index.ts';
import { problemOf, slotsOf } from './problems.ts';

const answering = (powerKw: number[]) => ({
  engines: [{ name: 'lp' as const, solve: () => ({ powerKw: [powerKw] }) }],
});

describe('an engine’s rounding', () => {
  it('is taken out: almost nothing is nothing, almost full is full, the part slot makes up the rest', async () => {
    const problem = problemOf(slotsOf([1, 2, 3], 60), {
      capacityKwh: 10,
      soc: 0,
      targetSoc: 0.5,
      maxKw: 4,
      efficiency: 1,
    });
    const plan = await planCharging(problem, answering([3.9999999, 1.0000003, 2e-7]));
    expect(plan).toMatchObject({ powerKw: [[4, 1, 0]], costNok: 6, shortfallKwh: 0, status: 'optimal' });
  });

  it('never leaves the battery over 100 %, though full power would be a hair too much', async () => {
    const maxKw = 2.5000002;
    const problem = problemOf(slotsOf([-1, -1], 60), {
      capacityKwh: 10,
      soc: 0.5,
      targetSoc: 0.5,
      maxKw,
      efficiency: 1,
    });
    const plan = await planCharging(problem, answering([maxKw, maxKw]));
    expect(checkPlan(problem, plan.powerKw).energyKwh).toBeLessThanOrEqual(5);
    expect(plan).toMatchObject({ solver: 'lp', status: 'optimal' });
  });

  it('never leaves the battery over its ceiling where a car at its least power is filled after giving', async () => {
    const car = {
      capacityKwh: 6.291234567,
      soc: 0.4,
      targetSoc: 0.71,
      ceilingSoc: 0.71,
      maxKw: 7,
      minKw: 1.4,
    };
    const discharge = { maxKw: 1.103, efficiency: 0.9, wearNokPerKwh: 0, floorSoc: 0.2 };
    const [slot] = slotsOf([1], 60);
    const slots = slotsOf([1, 2, 1], 60).map((each) => ({ ...slot, ...each, baseLoadKw: 1 }));
    const problem = problemOf(slots, { ...car, efficiency: 0.9, discharge });
    const give = 0.9 * (0.9 * 2.8 - 0.31 * 6.291234567);
    const { powerKw, solver } = await planCharging(problem, answering([1.4, -give, 1.4]));
    const [first = 0, given = 0, last = 0] = powerKw[0] ?? [];
    expect([solver, first, last]).toEqual(['lp', 1.4, 1.4]);
    expect(0.4 * 6.291234567 + 0.9 * (first + last) + given / 0.9 - 0.71 * 6.291234567).toBeLessThanOrEqual(
      1e-10,
    );
  });

  it('keeps what one car gives another where the house alone is over its fuse', async () => {
    const slots = slotsOf([1], 60).map((slot) => ({ ...slot, baseLoadKw: 2 }));
    const problem = problemOf(slots, { soc: 0.2 });
    const [car] = problem.vehicles;
    const discharge = { maxKw: 3, efficiency: 1, wearNokPerKwh: 0, floorSoc: 0 };
    const vehicles = car ? [car, { ...car, id: 'other', soc: 0.9, targetSoc: 0.1, discharge }] : [];
    const answer = { powerKw: [[3], [-3]] };
    const plan = await planCharging(
      { ...problem, vehicles, fuseKw: 1 },
      { engines: [{ name: 'lp', solve: () => answer }] },
    );
    expect(plan.powerKw).toEqual([[3], [-3]]);
  });

  it('is not told as power: what no meter counts is nothing, though the charger has no more', async () => {
    const problem = problemOf(slotsOf([1, 1], 60), { maxKw: 5e-8 });
    expect(await planCharging(problem)).toMatchObject({ powerKw: [[0, 0]], status: 'best-effort' });
  });
});
