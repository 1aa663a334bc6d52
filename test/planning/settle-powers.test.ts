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

  it('is not told as power: what no meter counts is nothing, though the charger has no more', async () => {
    const problem = problemOf(slotsOf([1, 1], 60), { maxKw: 5e-8 });
    expect(await planCharging(problem)).toMatchObject({ powerKw: [[0, 0]], status: 'best-effort' });
  });
});
