import { describe, expect, it } from 'vitest';
import { isWithinGoals, splitAtGoals } from '../../lib/planning/proof/on-off/goals-within-hours.ts';
import type { OnOffTask } from '../../lib/planning/proof/on-off/task.ts';

const four = (kwh: number) => new Float64Array(4).fill(kwh);

/** An hour of four slots of at most 2 kWh each that may buy 5 kWh together; 3 kWh are wanted when half of it is over. */
const task: OnOffTask = {
  leastKwh: four(0),
  mostKwh: four(2),
  must: new Uint8Array(4),
  price: four(1),
  cheapPrice: four(1),
  cheapKwh: four(0),
  giveKwh: four(0),
  givePrice: four(0),
  floorKwh: 0,
  roomKwh: 8,
  goals: [{ slot: 2, kwh: 3 }],
  allowances: [{ from: 0, to: 4, kwh: 5 }],
  startNok: 0,
  oneBlock: false,
  late: false,
};
const charging = (...kwh: number[]) => ({ kwh: Float64Array.from(kwh), on: new Uint8Array(4).fill(1) });

describe('a goal inside a clock hour', () => {
  it('is met by what is charged before it, not after', () => {
    expect(isWithinGoals(task, charging(2, 1, 2, 0))).toBe(true);
    expect(isWithinGoals(task, charging(2, 0, 2, 1))).toBe(false);
  });

  it('need not be met where what is missing has a price', () => {
    const priced = { ...task, goals: [{ slot: 2, kwh: 3, nokPerKwh: 100 }] };
    expect(isWithinGoals(priced, charging(0, 0, 2, 2))).toBe(true);
  });

  it('divides what the hour may buy, as much as can be before it and never more in all', () => {
    expect(splitAtGoals(task).allowances).toEqual([
      { from: 0, to: 2, kwh: 4 },
      { from: 2, to: 4, kwh: 1 },
    ]);
    const early = { ...task, goals: [{ slot: 0, kwh: 0 }] };
    expect(splitAtGoals(early).allowances).toEqual(task.allowances);
  });
});
