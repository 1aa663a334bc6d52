import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan, greedy } from '../../lib/planning/index.ts';
import { anyProblem, problemOf, slotsOf } from './problems.ts';

const problem = problemOf(slotsOf([1, 2, 3, 4, 5], [15, 15, 60, 15, 15]), {
  capacityKwh: 20,
  soc: 0.5,
  targetSoc: 0.9,
  arriveSlot: 1,
  departSlot: 4,
  maxKw: 8,
  efficiency: 0.8,
});

describe('the checker', () => {
  it('recomputes energy, cost, shortfall and starts from the powers alone', () => {
    const check = checkPlan(problem, [[0, 8, 0, 4, 0]]);
    expect(check.violations).toEqual([]);
    expect(check.energyKwh).toBeCloseTo(3, 12);
    expect(check.costNok).toBeCloseTo(2 * 2 + 1 * 4, 12);
    expect(check.shortfallKwh).toBeCloseTo(18 - (10 + 0.8 * 3), 12);
    expect(check.starts).toBe(2);
    expect(checkPlan(problem, [[0, 8, 1, 4, 0]]).starts).toBe(1);
    expect(checkPlan(problem, [[0, 0, 0, 0, 0]]).starts).toBe(0);
  });

  it('counts nothing as missing past the target', () => {
    expect(checkPlan(problem, [[0, 8, 8, 8, 0]])).toMatchObject({ violations: [], shortfallKwh: 0 });
  });

  it.each([
    ['no row', [], /one power for each slot/],
    [
      'two rows',
      [
        [0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0],
      ],
      /one power for each slot/,
    ],
    ['a short row', [[0, 0, 0, 0]], /one power for each slot/],
    ['a long row', [[0, 0, 0, 0, 0, 0]], /one power for each slot/],
    ['NaN', [[0, Number.NaN, 0, 0, 0]], /slot 1 is not a number/],
    ['infinity', [[0, 0, Number.POSITIVE_INFINITY, 0, 0]], /slot 2 is not a number/],
    ['a negative power', [[0, 0, -0.00001, 0, 0]], /slot 2 is below 0/],
    ['too much power', [[0, 8.00001, 0, 0, 0]], /slot 1 is above/],
    ['power before arrival', [[0.00001, 0, 0, 0, 0]], /slot 0 is before/],
    ['power after departure', [[0, 0, 0, 0, 0.00001]], /slot 4 is after/],
  ])('rejects %s', (_, powerKw, violation) => {
    expect(checkPlan(problem, powerKw).violations.join('; ')).toMatch(violation);
  });

  it('rejects a battery that would pass 100 %', () => {
    const small = problemOf(slotsOf([1, 1], 60), { capacityKwh: 10, soc: 0.5, maxKw: 8, efficiency: 1 });
    expect(checkPlan(small, [[5, 0]]).violations).toEqual([]);
    expect(checkPlan(small, [[5, 0.00001]]).violations).toEqual(['the battery passes 100 %']);
  });

  it('finds every violation planted in a good plan', () => {
    fc.assert(
      fc.property(
        anyProblem(30),
        fc.nat(),
        fc.double({ min: 1e-4, max: 50, noNaN: true }),
        (any, pick, amount) => {
          const row = greedy.solve(any);
          const t = pick % row.length;
          const [{ arriveSlot, departSlot, maxKw }] = any.vehicles;
          expect(checkPlan(any, [row]).violations).toEqual([]);
          expect(checkPlan(any, [row.with(t, -amount)]).violations).not.toEqual([]);
          expect(checkPlan(any, [row.with(t, maxKw + amount)]).violations).not.toEqual([]);
          const away = t < arriveSlot || t >= departSlot;
          if (away) expect(checkPlan(any, [row.with(t, amount)]).violations).not.toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
