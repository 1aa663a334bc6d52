import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthSteps } from '../../lib/forecast/index.ts';
import { parseProblem, planCharging } from '../../lib/planning/index.ts';
import { atLocalTime, HOUR_MS, isoLocal } from '../../lib/time/index.ts';

const steps = [
  { uptoKw: 2, nokPerMonth: 125 },
  { uptoKw: 5, nokPerMonth: 190 },
  { uptoKw: 10, nokPerMonth: 300 },
  { uptoKw: 15, nokPerMonth: 410 },
  { uptoKw: 10_000, nokPerMonth: 4570 },
];
const firstAt = atLocalTime('2025-11-12', '18:00');
const hoursOf = (kws: readonly number[]) => kws.map((kw, i) => ({ startAt: firstAt + i * HOUR_MS, kw }));

const anyMonth = fc.record({
  steps: fc
    .array(
      fc.tuple(fc.double({ min: 0.5, max: 9, noNaN: true }), fc.double({ min: 0, max: 300, noNaN: true })),
      {
        minLength: 1,
        maxLength: 10,
      },
    )
    .map((rises) => {
      let [uptoKw, nokPerMonth] = [0, 0];
      return rises.map(([kw, nok]) => {
        [uptoKw, nokPerMonth] = [uptoKw + kw, nokPerMonth + nok];
        return { uptoKw, nokPerMonth };
      });
    }),
  peaksKw: fc.array(fc.double({ min: 0, max: 25, noNaN: true }), { maxLength: 30 }),
  hours: fc.array(fc.double({ min: 0, max: 15, noNaN: true }), { minLength: 1, maxLength: 40 }).map(hoursOf),
});

describe('the month as a plan sees it', () => {
  it('has ascending steps, none cheaper than the one before, each at least its own fee, 50 at most', () => {
    fc.assert(
      fc.property(anyMonth, (month) => {
        const { capacitySteps } = monthSteps(month);
        expect(capacitySteps.length).toBeLessThanOrEqual(50);
        for (const [i, { uptoKw, nokPerMonth }] of capacitySteps.entries()) {
          const before = capacitySteps[i - 1];
          expect(uptoKw).toBeGreaterThan(before?.uptoKw ?? 0);
          expect(nokPerMonth).toBeGreaterThanOrEqual(before?.nokPerMonth ?? 0);
          const own = month.steps.find((step) => uptoKw <= step.uptoKw);
          expect(nokPerMonth).toBeGreaterThanOrEqual(own?.nokPerMonth ?? Number.POSITIVE_INFINITY);
        }
        for (const { uptoKw } of month.steps)
          expect(capacitySteps.map((step) => step.uptoKw)).toContain(uptoKw);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps the three highest days', () => {
    fc.assert(
      fc.property(anyMonth, (month) => {
        const kept = monthSteps(month).monthTopPeaksKw;
        expect(kept).toEqual(month.peaksKw.toSorted((a, b) => b - a).slice(0, 3));
      }),
    );
  });

  it('is a problem that the planner takes as it is', () => {
    fc.assert(
      fc.property(anyMonth, (month) => {
        const slots = month.hours.map(({ startAt, kw }) => ({
          ...{ start: isoLocal(startAt), minutes: 60, importPrice: 1, baseLoadKw: kw },
        }));
        expect(() =>
          parseProblem({ slots, vehicles: [car(slots.length)], ...monthSteps(month) }),
        ).not.toThrow();
      }),
      { numRuns: 30 },
    );
  });

  it('makes room under the step worth more than a few øre of energy, and no more than that', async () => {
    const prices = [0.6, 0.5, 0.5, 0.5, 0.49, 0.5];
    const flat = await peakKw(prices, 6);
    expect(flat).toBeLessThan(4.2);
    // Two kroner a kWh dearer beside the last hour: not worth it to spread.
    const dear = await peakKw([2.5, 2.5, 2.5, 2.5, 0.4, 2.5], 6);
    expect(dear).toBeGreaterThan(7);
  });
});

function car(departSlot: number) {
  return { capacityKwh: 40, soc: 0.5, targetSoc: 0.65, arriveSlot: 0, departSlot, maxKw: 7, efficiency: 1 };
}

/** The highest hour of a house of 3 kW and its car, on the third day of a month in which no plan leaves the step of 2 to 5 kW. */
async function peakKw(prices: readonly number[], needKwh: number): Promise<number> {
  const hours = hoursOf(prices.map(() => 3));
  const slots = hours.map(({ startAt, kw }, t) => ({
    ...{ start: isoLocal(startAt), minutes: 60 as const, importPrice: prices[t] ?? 0, baseLoadKw: kw },
  }));
  const month = monthSteps({ steps, peaksKw: [3, 3], hours });
  const vehicle = { ...car(slots.length), targetSoc: 0.5 + needKwh / 40 };
  const { powerKw } = await planCharging({ slots, vehicles: [vehicle], ...month });
  return 3 + Math.max(...(powerKw[0] ?? []));
}
