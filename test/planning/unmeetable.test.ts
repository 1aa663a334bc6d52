import { describe, expect, it } from 'vitest';
import { planCharging } from '../../lib/planning/index.ts';
import { problemOf, slotsOf } from './problems.ts';

/** 2.6 kWh wanted, a kWh in each quarter hour or nothing: two fit, the third would overfill the battery. */
const car = { capacityKwh: 26, soc: 0.9, targetSoc: 1, minKw: 4, maxKw: 4, efficiency: 1, minSoc: 0 };
const prices = [1, 0.4, 0.9, 0.3, 0.8];

describe('wants that a least power cannot meet', () => {
  it('get the least shortfall, and the cheapest plan that has it', async () => {
    const plan = await planCharging(problemOf(slotsOf(prices), car));
    expect(plan).toMatchObject({ status: 'best-effort', shortfallKwh: 0.6, costNok: 0.7 });
    expect(plan.gapNok).toBeLessThanOrEqual(1e-3);
    expect(plan.powerKw).toEqual([[0, 4, 0, 4, 0]]);
  });

  it('the same under a capacity step: the fee is no reason to miss more', async () => {
    const steps = { capacitySteps: [2, 5].map((uptoKw, i) => ({ uptoKw, nokPerMonth: 100 * i })) };
    const one = problemOf(slotsOf([0.4, 0.3]), car);
    const plan = await planCharging({ ...one, ...steps, monthTopPeaksKw: [1.9, 1.9] });
    expect(plan).toMatchObject({ status: 'best-effort', shortfallKwh: 0.6, costNok: 0.7 });
  });

  it('a reserve in one block: the longer way to it may be the worse', async () => {
    const slotMaxKw = [1, 0, 1.5, 0];
    const inOneBlock = {
      capacityKwh: 8,
      soc: 0,
      targetSoc: 0,
      minSoc: 0.625,
      maxKw: 2,
      efficiency: 1,
      oneBlock: true,
    };
    const one = problemOf(slotsOf([0, 0, 0, 0], 60), { ...inOneBlock, slotMaxKw });
    expect(await planCharging(one)).toMatchObject({ status: 'best-effort', shortfallKwh: 4, starts: 1 });
  });

  it('of several cars too', async () => {
    const one = problemOf(slotsOf(prices), car);
    const [vehicle] = one.vehicles;
    const vehicles = vehicle ? [vehicle, { ...vehicle, id: 'other' }] : [];
    const plan = await planCharging({ ...one, vehicles, fuseKw: 4 });
    expect(plan.shortfallKwh).toBeCloseTo(1.2, 6);
    expect(plan.lowerBoundNok).toBeLessThanOrEqual(plan.costNok);
    expect(plan.costNok).toBeCloseTo(0.3 + 0.4 + 0.8 + 0.9, 6);
  });
});
