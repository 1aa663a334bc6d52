import { describe, expect, it } from 'vitest';
import { checkPlan, type Vehicle } from '../../lib/planning/index.ts';
import { problemOf } from './problems.ts';
import { hour, slotsFrom } from './support/slots-from.ts';

/** Four hours; the car is there from the second; a tenth of the battery is 1 kWh. */
const slots = slotsFrom('2026-01-12T17:00:00+01:00', [hour, hour, hour, hour]);
const short = (car: Partial<Vehicle>, row: readonly number[]) => {
  const problem = problemOf(slots, {
    capacityKwh: 10,
    soc: 0.1,
    targetSoc: 0.1,
    maxKw: 2,
    efficiency: 1,
    arriveSlot: 1,
    ...car,
  });
  const { violations, shortfallKwh } = checkPlan(problem, [row]);
  expect(violations).toEqual([]);
  return shortfallKwh;
};

describe('the reserve', () => {
  const reserve = { minSoc: 0.5 };
  it('is to be refilled at full power from arrival: the worst kWh below that count', () => {
    expect(short(reserve, [0, 2, 2, 0])).toBe(0);
    expect(short(reserve, [0, 2, 1, 1])).toBe(1);
    expect(short(reserve, [0, 0, 2, 2])).toBe(2);
    expect(short(reserve, [0, 1, 1.5, 1.5])).toBe(1.5);
    expect(short(reserve, [0, 0, 0, 0])).toBe(4);
  });

  it('counts on the battery’s side of the efficiency', () => {
    expect(short({ ...reserve, efficiency: 0.5 }, [0, 2, 2, 2])).toBe(0);
    expect(short({ ...reserve, efficiency: 0.5 }, [0, 1, 2, 2])).toBe(0.5);
  });

  it('binds only where the car comes with less', () => {
    expect(short({ minSoc: 0.1 }, [0, 0, 0, 0])).toBe(0);
    const discharge = { maxKw: 1, efficiency: 1, wearNokPerKwh: 0, floorSoc: 0 };
    const fed = slots.map((slot) => ({ ...slot, baseLoadKw: 1 }));
    const problem = problemOf(fed, { capacityKwh: 10, soc: 0.5, minSoc: 0.5, targetSoc: 0.1, discharge });
    expect(checkPlan(problem, [[-1, 0, 0, 0]])).toMatchObject({ violations: [], shortfallKwh: 0 });
  });

  it('follows full power even where the slot, the fuse or the least power do not allow it', () => {
    expect(short({ ...reserve, slotMaxKw: [2, 0, 2, 2] }, [0, 0, 2, 2])).toBe(2);
    expect(short({ ...reserve, minKw: 3 }, [0, 0, 0, 0])).toBe(4);
  });

  it('adds to what is missing at departure', () => {
    expect(short({ ...reserve, targetSoc: 0.6 }, [0, 0, 2, 2])).toBe(2 + 1);
  });
});

describe('a milestone', () => {
  const stone = (slot: number, soc: number) => ({ milestones: [{ slot, soc }] });
  it('is looked at when its slot begins', () => {
    expect(short(stone(2, 0.3), [0, 2, 0, 0])).toBe(0);
    expect(short(stone(2, 0.3), [0, 1, 1, 0])).toBe(1);
    expect(short(stone(1, 0.3), [0, 2, 0, 0])).toBe(2);
    expect(short(stone(0, 0.2), [0, 2, 0, 0])).toBe(1);
  });

  it('may be the horizon’s end, or lie after the departure', () => {
    expect(short(stone(4, 0.7), [0, 2, 2, 1])).toBe(1);
    expect(short({ ...stone(4, 0.3), departSlot: 2 }, [0, 1, 0, 0])).toBe(1);
  });

  it('adds to the others and to what is missing at departure', () => {
    const milestones = [
      { slot: 3, soc: 0.4 },
      { slot: 2, soc: 0.3 },
      { slot: 2, soc: 0.2 },
    ];
    expect(short({ milestones, targetSoc: 0.5 }, [0, 0, 1, 2])).toBe(2 + 2 + 1 + 1);
  });
});

describe('the target', () => {
  it('counts what is missing at departure, on the battery’s side, and nothing beyond it', () => {
    expect(short({ targetSoc: 0.6, efficiency: 0.5 }, [0, 2, 2, 2])).toBe(2);
    expect(short({ targetSoc: 0.3 }, [0, 2, 2, 2])).toBe(0);
    expect(short({ soc: 0.9, targetSoc: 0.5 }, [0, 0, 0, 0])).toBe(0);
  });

  it('is summed over the cars', () => {
    const one = problemOf(slots, { capacityKwh: 10, soc: 0, targetSoc: 0.4, maxKw: 2, efficiency: 1 });
    const two = { ...one, vehicles: [...one.vehicles, ...one.vehicles] };
    const rows = [
      [2, 1, 0, 0],
      [2, 2, 2, 0],
    ];
    expect(checkPlan(two, rows).shortfallKwh).toBe(1);
  });
});
