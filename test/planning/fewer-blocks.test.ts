import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewerBlocks } from '../../lib/planning/engines/fewer-blocks.ts';
import { checkPlan, lp, modelOf, type Problem, planCharging } from '../../lib/planning/index.ts';
import { problemOf, slotsOf } from './problems.ts';
import { anyHome } from './support/any-home.ts';

const home = anyHome({
  cars: [1, 3],
  slots: [4, 48],
  hasLoad: true,
  hasSun: true,
  hasFuse: true,
  hasSteps: true,
  hasReserve: true,
});

/** Any schedule that holds: each car as much as there is room for, in shares at random. */
function someSchedule(problem: Problem, shares: fc.Stream<number>): Float64Array[] {
  const { cars, freeKw, hours } = modelOf(problem);
  const freeKwh = freeKw.map((kw, t) => kw * (hours[t] ?? 0));
  return cars.map(({ mostKwh, roomKwh }) => {
    let room = roomKwh;
    return mostKwh.map((most, t) => {
      const share = shares.next().value ?? 0;
      const kwh = share < 0.4 ? 0 : Math.max(0, Math.min(most, freeKwh[t] ?? 0, room) * Math.min(1, share));
      room -= kwh;
      freeKwh[t] = (freeKwh[t] ?? 0) - kwh;
      return kwh;
    });
  });
}

const powers = ({ slots }: Problem, kwh: readonly Float64Array[]) =>
  kwh.map((row) => Array.from(row, (amount, t) => (amount * 60) / (slots[t]?.minutes ?? 60)));

describe('energy moved between neighbouring slots of one price', () => {
  it('changes neither cost nor what is missing nor any limit, and never makes more blocks', () => {
    const shares = fc.infiniteStream(fc.double({ min: 0, max: 1.5, noNaN: true }));
    fc.assert(
      fc.property(home, shares, (problem, stream) => {
        const kwh = someSchedule(problem, stream);
        const before = checkPlan(problem, powers(problem, kwh));
        fewerBlocks(modelOf(problem), kwh);
        const after = checkPlan(problem, powers(problem, kwh));
        expect(before.violations).toEqual([]);
        expect(after.violations).toEqual([]);
        expect(after.costNok).toBeCloseTo(before.costNok, 6);
        expect(after.demandKw).toBeCloseTo(before.demandKw, 9);
        expect(after.shortfallKwh).toBeLessThanOrEqual(before.shortfallKwh + 1e-9);
        expect(after.starts).toBeLessThanOrEqual(before.starts);
      }),
      { numRuns: 1000 },
    );
  });

  it('is one block at even power under a limit of the hour, instead of a pause in each', async () => {
    const slots = slotsOf(new Array(16).fill(1)).map((slot) => ({ ...slot, baseLoadKw: 1 }));
    const problem = {
      ...problemOf(slots, { capacityKwh: 40, soc: 0.5, targetSoc: 0.8, efficiency: 1 }),
      capacitySteps: [
        { uptoKw: 5, nokPerMonth: 100 },
        { uptoKw: 10, nokPerMonth: 900 },
      ],
    };
    const plan = await planCharging(problem, { engines: [lp] });
    expect(plan).toMatchObject({ status: 'optimal', starts: 1, costNok: 12 });
    expect(plan.powerKw[0]?.slice(0, 4).every((kw) => Math.abs(kw - 4) < 1e-5)).toBe(true);
  });
});
