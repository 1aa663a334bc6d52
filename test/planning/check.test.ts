import { describe, expect, it } from 'vitest';
import { checkPlan, type Vehicle } from '../../lib/planning/index.ts';
import { problemOf, slotsOf } from './problems.ts';

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
    ['no row', [], /one power for each vehicle and slot/],
    [
      'two rows',
      [
        [0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0],
      ],
      /one power for each vehicle and slot/,
    ],
    ['a short row', [[0, 0, 0, 0]], /one power for each vehicle and slot/],
    ['a long row', [[0, 0, 0, 0, 0, 0]], /one power for each vehicle and slot/],
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
    expect(checkPlan(small, [[5, 0.00001]]).violations).toEqual(['vehicles[0]: the battery passes 100 %']);
  });

  it.each([
    [
      'power above the slot’s own limit',
      { slotMaxKw: [8, 8, 2, 8, 8] },
      [0, 0, 2.1, 0, 0],
      /slot 2 is above/,
    ],
    ['power below the least', { minKw: 3 }, [0, 0, 0, 2.9, 0], /slot 3 is below the car's minimum/],
    ['any power where the least is above the most', { minKw: 9 }, [0, 8, 0, 0, 0], /slot 1 is below/],
    ['a battery past its ceiling', { ceilingSoc: 0.55 }, [0, 0, 2, 0, 0], /passes its ceiling/],
    ['any charge of a car above its ceiling', { ceilingSoc: 0.4 }, [0, 0.1, 0, 0, 0], /passes its ceiling/],
    ['two blocks where one is asked for', { oneBlock: true }, [0, 1, 0, 1, 0], /interrupted/],
  ])('rejects %s', (_, car, row, violation) => {
    const [vehicle] = problem.vehicles;
    const changed = { ...problem, vehicles: [{ ...vehicle, ...car } as Vehicle] };
    expect(checkPlan(changed, [row]).violations.join('; ')).toMatch(violation);
    expect(checkPlan(changed, [[0, 0, 0, 0, 0]]).violations).toEqual([]);
    expect(checkPlan(problem, [row]).violations).toEqual([]);
  });

  it('names the car', () => {
    const [vehicle] = problem.vehicles;
    const two = { ...problem, vehicles: [vehicle, vehicle] as Vehicle[] };
    const rows = [
      [0, 8, 0, 0, 0],
      [0, 9, 0, 0, 0],
    ];
    expect(checkPlan(two, rows).violations).toEqual([
      "vehicles[1]: the power in slot 1 is above the car's maximum",
    ]);
  });

  it('has no numbers for a schedule that has not the problem’s shape', () => {
    expect(checkPlan(problem, [])).toMatchObject({
      costNok: Number.NaN,
      shortfallKwh: Number.NaN,
      energyKwh: Number.NaN,
    });
  });
});
