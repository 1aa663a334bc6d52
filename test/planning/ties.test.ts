import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan, greedy, planCharging } from '../../lib/planning/index.ts';
import { anyProblem, problemOf, slotsOf, theCar } from './problems.ts';

/** A car that takes 1 kWh a slot and needs `need` of them; room for `room`. */
const plan = async (prices: readonly number[], need: number, room = 20) => {
  const { powerKw } = await planCharging(
    problemOf(slotsOf(prices, 60), {
      capacityKwh: 20,
      soc: 1 - room / 20,
      targetSoc: 1 - room / 20 + need / 20,
      maxKw: 1,
      efficiency: 1,
    }),
  );
  return powerKw[0]?.map((kw) => Math.round(kw * 1000) / 1000);
};

describe('where schedules cost the same, the car charges', () => {
  it('early, in one block, where all prices are equal', async () => {
    expect(await plan([1, 1, 1, 1, 1], 2.5)).toEqual([1, 1, 0.5, 0, 0]);
  });

  it('on from the cheaper block that ends where the equal prices begin', async () => {
    expect(await plan([3, 3, 1, 2, 2, 3, 2, 2], 2.5)).toEqual([0, 0, 1, 1, 0.5, 0, 0, 0]);
  });

  it('up to the cheaper block that begins where the equal prices end, the part slot first', async () => {
    expect(await plan([2, 2, 2, 1, 3], 2.5)).toEqual([0, 0.5, 1, 1, 0]);
  });

  it('through the gap that makes one block of two', async () => {
    expect(await plan([2, 2, 1, 2, 1, 2], 3)).toEqual([0, 0, 1, 1, 1, 0]);
  });

  it('through the short gap rather than into the long one', async () => {
    expect(await plan([1, 2, 2, 1, 2, 1], 4)).toEqual([1, 0, 0, 1, 1, 1]);
  });

  it('before the cheap block rather than after it', async () => {
    expect(await plan([2, 2, 1, 2, 2], 2)).toEqual([0, 1, 1, 0, 0]);
  });

  it('beside a block rather than earlier on its own', async () => {
    expect(await plan([2, 3, 1, 2], 2)).toEqual([0, 0, 1, 1]);
  });

  it('in the first stretch that holds all, where every stretch stands alone', async () => {
    expect(await plan([1, 2, 1, 1, 2, 1, 1], 2)).toEqual([0, 0, 1, 1, 0, 0, 0]);
    expect(await plan([1, 2, 1, 1, 2, 1], 3)).toEqual([1, 0, 1, 1, 0, 0]);
  });

  it('no further than the target at price zero, and to the brim below zero', async () => {
    expect(await plan([0, 0, 0], 1)).toEqual([1, 0, 0]);
    expect(await plan([-1, 0, 1], 1, 3)).toEqual([1, 0, 0]);
    expect(await plan([-1, -1, -2], 1, 2.5)).toEqual([0.5, 1, 1]);
  });

  it('with at most one slot in part', async () => {
    await fc.assert(
      fc.asyncProperty(anyProblem(), async (problem) => {
        const maxKw = problem.vehicles[0]?.maxKw ?? 0;
        const [row = []] = (await planCharging(problem)).powerKw;
        expect(row.filter((kw) => kw > 0 && kw < maxKw).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  it('in no more blocks than taking the cheapest slots in their order', async () => {
    await fc.assert(
      fc.asyncProperty(anyProblem(), async (problem) => {
        const car = theCar(problem);
        const simple = problem.slots.map(() => 0);
        const inOrder = problem.slots
          .map((slot, t) => ({ ...slot, t }))
          .slice(car.arriveSlot, car.departSlot)
          .sort((a, b) => a.importPrice - b.importPrice || a.t - b.t);
        const need = Math.max(0, car.targetSoc - car.soc) * car.capacityKwh;
        const room = (1 - car.soc) * car.capacityKwh;
        let left = 0;
        for (const { t, importPrice, minutes } of inOrder) {
          const goal = importPrice < 0 ? room : need;
          const kwh = Math.max(0, Math.min((car.maxKw * minutes) / 60, (goal - left) / car.efficiency));
          simple[t] = (kwh * 60) / minutes;
          left += kwh * car.efficiency;
        }
        const ours = checkPlan(problem, (await planCharging(problem, { engines: [greedy] })).powerKw);
        const theirs = checkPlan(problem, [simple]);
        expect(ours.costNok).toBeCloseTo(theirs.costNok, 6);
        expect(ours.starts).toBeLessThanOrEqual(theirs.starts);
      }),
      { numRuns: 1000 },
    );
  });
});
