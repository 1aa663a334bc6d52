import { describe, expect, it } from 'vitest';
import { checkPlan, type Problem, type Slot, type Vehicle } from '../../lib/planning/index.ts';
import { problemOf } from './problems.ts';
import { hour, slotsFrom } from './support/slots-from.ts';

const home = (
  entries: readonly Partial<Slot>[],
  car: Partial<Vehicle> = {},
  more: Partial<Problem> = {},
) => ({
  ...problemOf(slotsFrom('2026-06-12T10:00:00+02:00', entries), {
    capacityKwh: 100,
    soc: 0.5,
    targetSoc: 0.5,
    maxKw: 22,
    efficiency: 1,
    ...car,
  }),
  ...more,
});
const withTwo = (problem: Problem): Problem => ({
  ...problem,
  vehicles: [...problem.vehicles, ...problem.vehicles],
});

describe('what energy costs', () => {
  const sunny = { importPrice: 2, exportPrice: 0.5, baseLoadKw: 1, solarKw: 4 };
  it('is what the sun would have earned as far as it goes, then the import price', () => {
    expect(checkPlan(home([sunny]), [[3]]).costNok).toBe(1.5);
    expect(checkPlan(home([sunny]), [[5]]).costNok).toBe(1.5 + 4);
    expect(checkPlan(withTwo(home([sunny])), [[2], [3]]).costNok).toBe(1.5 + 4);
  });

  it('takes sun for free where no export price is told, and for what import costs where that is less', () => {
    const { exportPrice: _, ...untold } = sunny;
    expect(checkPlan(home([untold]), [[5]]).costNok).toBe(4);
    expect(checkPlan(home([{ ...untold, importPrice: -1 }]), [[5]]).costNok).toBe(-5);
  });

  it('gains where giving away would have cost', () => {
    expect(checkPlan(home([{ ...sunny, exportPrice: -0.5 }]), [[3]]).costNok).toBe(-1.5);
  });

  it('is import price times energy where the house draws anyway', () => {
    const slots = [
      { importPrice: 2, baseLoadKw: 3 },
      { importPrice: -1, minutes: 15 as const },
    ];
    expect(checkPlan(home(slots), [[4, 8]])).toMatchObject({ costNok: 8 - 2, energyKwh: 6 });
  });
});

describe('the fuse', () => {
  const broken = (fuseKw: number, slot: Partial<Slot>, rows: readonly (readonly number[])[]) => {
    const one = home([slot], {}, { fuseKw });
    return checkPlan(rows.length === 2 ? withTwo(one) : one, rows).violations;
  };
  const over = ['slot 0 draws more than the fuse carries'];

  it('carries house and cars together', () => {
    expect(broken(10, { baseLoadKw: 6 }, [[4]])).toEqual([]);
    expect(broken(10, { baseLoadKw: 6 }, [[4.00001]])).toEqual(over);
    expect(broken(10, { baseLoadKw: 6 }, [[2], [2]])).toEqual([]);
    expect(broken(10, { baseLoadKw: 6 }, [[2], [2.1]])).toEqual(over);
  });

  it('carries more where the sun shines', () => {
    expect(broken(10, { baseLoadKw: 6, solarKw: 5 }, [[9]])).toEqual([]);
    expect(broken(10, { baseLoadKw: 6, solarKw: 5 }, [[9.1]])).toEqual(over);
  });

  it('leaves nothing to the cars where the house alone is above it, which is no fault of theirs', () => {
    expect(broken(10, { baseLoadKw: 12 }, [[0]])).toEqual([]);
    expect(broken(10, { baseLoadKw: 12 }, [[0.00001]])).toEqual(over);
    expect(broken(0, {}, [[0]])).toEqual([]);
    expect(broken(0, {}, [[1]])).toEqual(over);
  });
});

describe('starts', () => {
  const problem = home([hour, hour, hour, hour], {}, { startPenaltyNok: 0.5 });
  it.each([
    [[0, 0, 0, 0], 0],
    [[1, 1, 1, 1], 1],
    [[1, 0, 1, 1], 2],
    [[0, 1, 0, 1], 2],
    [[1e-5, 1, 2, 1], 1],
  ])('of %j are %i', (row, starts) => {
    const check = checkPlan(problem, [row]);
    expect(check).toMatchObject({ starts, parts: { startNok: starts / 2 } });
    expect(check.costNok).toBeCloseTo(check.parts.energyNok + starts / 2, 12);
  });

  it('are counted for each car', () => {
    const rows = [
      [1, 1, 0, 0],
      [0, 1, 0, 1],
    ];
    expect(checkPlan(withTwo(problem), rows)).toMatchObject({ starts: 3, parts: { startNok: 1.5 } });
  });
});

describe('a car that feeds the house', () => {
  const discharge = { maxKw: 3, efficiency: 0.5, wearNokPerKwh: 0.25, floorSoc: 0.4 };
  const fed = (slot: Partial<Slot>, row: readonly number[], car: Partial<Vehicle> = {}) =>
    checkPlan(home([{ baseLoadKw: 2, importPrice: 4, ...slot }, hour], { discharge, ...car }), [row]);

  it('saves import and pays wear; the battery gives more than arrives; that is no start', () => {
    expect(fed({}, [-2, 0])).toMatchObject({ violations: [], costNok: -8 + 0.5, energyKwh: -2, starts: 0 });
    expect(fed({}, [-2, 5])).toMatchObject({ violations: [], starts: 1, shortfallKwh: 0 });
    expect(fed({}, [-2, 3]).shortfallKwh).toBe(1);
  });

  it.each([
    ['into the grid', {}, [-2.1, 0], {}, /slot 0 discharges into the grid/],
    ['while the sun is enough', { solarKw: 3 }, [-0.1, 0], {}, /discharges into the grid/],
    ['more than it gives', { baseLoadKw: 9 }, [-3.1, 0], {}, /more than the car gives/],
    ['below its floor', { baseLoadKw: 9 }, [-3, 0], { soc: 0.44 }, /below its floor/],
    ['while import is paid for', { importPrice: -0.1 }, [-1, 0], {}, /while import is paid for/],
    ['before it arrives', {}, [-1, 0], { arriveSlot: 1 }, /before the car arrives/],
    ['without being let to', {}, [-1, 0], { discharge: undefined }, /below 0/],
  ] as const)('does not do it %s', (_, slot, row, car, violation) => {
    expect(fed(slot, row, car).violations.join('; ')).toMatch(violation);
  });

  it('that comes with less than its floor may not go lower, and need not be refilled', () => {
    expect(fed({}, [0, 0], { soc: 0.2, targetSoc: 0.1 })).toMatchObject({ violations: [], shortfallKwh: 0 });
    expect(fed({}, [-0.1, 0], { soc: 0.2, targetSoc: 0.1 }).violations).toHaveLength(1);
  });

  it('may feed another car, as far as the house and it draw', () => {
    const two = withTwo(home([{ baseLoadKw: 1 }], { discharge }));
    expect(checkPlan(two, [[-3], [2]])).toMatchObject({ violations: [], energyKwh: -1 });
    expect(checkPlan(two, [[-3], [1.9]]).violations).toEqual(['slot 0 discharges into the grid']);
  });
});
