import { describe, expect, it } from 'vitest';
import { checkPlan, type Problem, type Slot } from '../../lib/planning/index.ts';
import { problemOf } from './problems.ts';
import { hour, quarter, slotsFrom } from './support/slots-from.ts';

const steps = [
  { uptoKw: 2, nokPerMonth: 150 },
  { uptoKw: 5, nokPerMonth: 250 },
  { uptoKw: 10, nokPerMonth: 420 },
];

/** An endless car, so that only the fee is looked at. */
const home = (slots: readonly Slot[], more: Partial<Problem> = {}): Problem => ({
  ...problemOf(slots, { capacityKwh: 1000, soc: 0, targetSoc: 0, maxKw: 50, efficiency: 1 }),
  capacitySteps: steps,
  ...more,
});
const demand = (problem: Problem, row: readonly number[]) => checkPlan(problem, [row]).demandKw;

describe('the month’s demand', () => {
  it('is the largest clock-hour mean of the day', () => {
    const slots = slotsFrom('2026-01-12T17:00:00+01:00', [quarter, quarter, quarter, quarter, hour, hour]);
    expect(demand(home(slots), [8, 0, 4, 0, 2, 1])).toBe(3);
    expect(demand(home(slots), [8, 0, 4, 0, 3.5, 1])).toBe(3.5);
  });

  it('takes the autumn hour that comes twice for two hours', () => {
    const slots = slotsFrom('2026-10-25T02:00:00+02:00', new Array(8).fill(quarter));
    expect(slots[4]?.start).toBe('2026-10-25T02:00:00+01:00');
    expect(demand(home(slots), [4, 4, 4, 4, 3, 3, 3, 3])).toBe(4);
    expect(demand(home(slots), [0, 0, 4, 4, 4, 4, 0, 0])).toBe(2);
  });

  it('goes on to the hour after the one that is skipped in spring', () => {
    const slots = slotsFrom('2026-03-29T01:00:00+01:00', new Array(8).fill(quarter));
    expect(slots[4]?.start).toBe('2026-03-29T03:00:00+02:00');
    expect(demand(home(slots), [0, 0, 4, 4, 4, 4, 0, 0])).toBe(2);
  });

  it('counts of an hour that the horizon cuts what is inside', () => {
    const slots = slotsFrom('2026-01-12T17:45:00+01:00', [quarter, hour, quarter]);
    expect(demand(home(slots), [8, 0, 0])).toBe(2);
    expect(demand(home(slots), [0, 0, 8])).toBe(2);
    expect(demand(home(slots), [8, 1.5, 8])).toBe(2);
  });

  it('puts a whole slot where its start is, though it reaches into the next hour or day', () => {
    const slots = slotsFrom('2026-01-12T17:15:00+01:00', [quarter, hour, quarter]);
    expect(slots[2]?.start).toBe('2026-01-12T18:30:00+01:00');
    expect(demand(home(slots), [4, 6, 0])).toBe(7);
    expect(demand(home(slots), [0, 6, 4])).toBe(6);
    const late = slotsFrom('2026-01-12T23:30:00+01:00', [hour, hour]);
    expect(demand(home(late), [5, 3])).toBe(4);
  });

  it('takes each day’s largest, days ending at local midnight', () => {
    const slots = slotsFrom('2026-01-12T22:00:00+01:00', [hour, hour, hour, hour]);
    expect(demand(home(slots), [7, 1, 3, 2])).toBe(5);
    // The same hours in UTC begin the new day an hour later.
    const utc = slots.map((slot) => ({ ...slot, start: new Date(slot.start).toISOString() }));
    expect(demand(home(utc), [7, 1, 3, 2])).toBe(4.5);
  });

  it.each([
    ['one day', undefined, 3],
    ['another day', [6], 4.5],
    ['two other days', [6, 5.5], (6 + 5.5 + 3) / 3],
    ['more than are averaged, in any order', [1, 6, 5, 2], (6 + 5 + 3) / 3],
    ['three that are all higher', [4, 4, 4], 4],
    ['other days without use', [0, 0], 1],
  ])('is the mean of the three largest, or of as many as are known: %s', (_, monthTopPeaksKw, mean) => {
    const slots = slotsFrom('2026-01-12T17:00:00+01:00', [hour, hour]);
    expect(demand(home(slots, { monthTopPeaksKw }), [3, 2])).toBeCloseTo(mean, 12);
  });

  it('is import: what the sun gives is not drawn, and sun in one quarter is no help in the next', () => {
    const sunny = { minutes: 15, baseLoadKw: 1, solarKw: 5 } as const;
    const slots = slotsFrom('2026-06-12T12:00:00+02:00', [
      sunny,
      sunny,
      { ...quarter, baseLoadKw: 1 },
      quarter,
    ]);
    expect(demand(home(slots), [0, 0, 0, 0])).toBe(0.25);
    expect(demand(home(slots), [4, 4, 0, 0])).toBe(0.25);
    expect(demand(home(slots), [6, 0, 3, 0])).toBe(1.5);
  });
});

describe('what the cars add to the fee', () => {
  const at = (baseLoadKw: number, ev: number, more: Partial<Problem> = {}) =>
    checkPlan(home(slotsFrom('2026-01-12T17:00:00+01:00', [{ baseLoadKw }, { baseLoadKw: 0 }]), more), [
      [ev, 0],
    ]);

  it('is the step of house and cars against that of the house alone', () => {
    expect(at(1, 3)).toMatchObject({ demandKw: 4, demandAloneKw: 1, parts: { capacityNok: 100 } });
    expect(at(1, 0.5).parts.capacityNok).toBe(0);
    expect(at(4, 4).parts.capacityNok).toBe(170);
    expect(at(1, 8).parts.capacityNok).toBe(270);
  });

  it('is the lower step’s where the threshold is just met', () => {
    expect(at(1, 1).parts.capacityNok).toBe(0);
    expect(at(1, 1.000001).parts.capacityNok).toBe(100);
  });

  it('is not the higher step’s for a rounding: the mean of three tenths is a tenth', () => {
    const capacitySteps = [
      { uptoKw: 0.1, nokPerMonth: 100 },
      { uptoKw: 5, nokPerMonth: 200 },
    ];
    expect((0.1 + 0.1 + 0.1) / 3).toBeGreaterThan(0.1);
    expect(at(0, 0.1, { capacitySteps, monthTopPeaksKw: [0.1, 0.1] }).parts.capacityNok).toBe(0);
    expect(at(0, 0.100001, { capacitySteps, monthTopPeaksKw: [0.1, 0.1] }).parts.capacityNok).toBe(100);
  });

  it('is nothing more beyond the last step, nor without steps', () => {
    expect(at(11, 20).parts.capacityNok).toBe(0);
    expect(at(4, 20).parts.capacityNok).toBe(170);
    expect(at(4, 20, { capacitySteps: undefined })).toMatchObject({
      demandKw: 0,
      demandAloneKw: 0,
      parts: { capacityNok: 0 },
    });
    expect(at(4, 20, { capacitySteps: [] }).parts.capacityNok).toBe(0);
  });

  it('is counted once for all cars', () => {
    const one = home(slotsFrom('2026-01-12T17:00:00+01:00', [{ baseLoadKw: 1 }]));
    const two = { ...one, vehicles: [...one.vehicles, ...one.vehicles] };
    const check = checkPlan(two, [[2], [2]]);
    expect(check).toMatchObject({ demandKw: 5, parts: { capacityNok: 100 } });
    expect(check.costNok).toBe(4 + 100);
  });

  it('is below 0 where a car feeds the house through its peak', () => {
    const problem = home(slotsFrom('2026-01-12T17:00:00+01:00', [{ baseLoadKw: 6 }, { baseLoadKw: 1 }]));
    const discharge = { maxKw: 5, efficiency: 1, wearNokPerKwh: 0, floorSoc: 0 };
    const vehicles = problem.vehicles.map((vehicle) => ({ ...vehicle, soc: 0.5, discharge }));
    expect(checkPlan({ ...problem, vehicles }, [[-4, 1]])).toMatchObject({
      violations: [],
      demandKw: 2,
      parts: { capacityNok: 150 - 420 },
    });
  });
});
