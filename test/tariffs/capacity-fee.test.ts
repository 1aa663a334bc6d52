import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CapacityCharge, type CapacityUse, capacityFee } from '../../lib/tariffs/index.ts';

/** Elvia from 2026-07-01: NOK a month, written a year. */
const steps = [
  { from: 0, nokPerYear: 1440 },
  { from: 2, nokPerYear: 2400 },
  { from: 5, nokPerYear: 4032 },
  { from: 10, nokPerYear: 5616 },
];
const topThree: CapacityCharge = { method: 'top-three-days', thresholdIncluded: true, steps };
const use = (change: Partial<CapacityUse>): CapacityUse => ({
  month: '2026-11',
  soFar: [],
  planned: [],
  fuseAmpere: null,
  ...change,
});
const hours = (...loads: [string, number][]) => loads.map(([date, kw]) => ({ date, kw }));
const nok = (charge: CapacityCharge, change: Partial<CapacityUse>) => capacityFee(charge, use(change))?.nok;

describe('the capacity fee by the three highest days', () => {
  it('takes one hour of each day: a second high hour of a day costs nothing', () => {
    const one = hours(['2026-11-02', 9], ['2026-11-03', 4], ['2026-11-04', 1.5]);
    expect(capacityFee(topThree, use({ soFar: one }))).toMatchObject({ demand: 4.833333, nok: 200 });
    expect(nok(topThree, { soFar: [...one, ...hours(['2026-11-02', 8.9])] })).toBe(200);
  });

  it('counts what is planned with what is metered', () => {
    const soFar = hours(['2026-11-02', 4.8], ['2026-11-03', 4.8], ['2026-11-04', 4.8]);
    expect(nok(topThree, { soFar })).toBe(200);
    expect(nok(topThree, { soFar, planned: hours(['2026-11-20', 9.4]) })).toBe(336);
  });

  it('counts the days there are while the month has fewer than three', () => {
    expect(nok(topThree, { planned: hours(['2026-11-01', 9.4]) })).toBe(336);
    expect(nok(topThree, {})).toBe(120);
  });

  it('leaves other months out', () => {
    expect(nok(topThree, { soFar: hours(['2026-10-31', 20], ['2026-12-01', 20]) })).toBe(120);
  });

  it('has the higher step exactly at a threshold where that is included, the lower where not', () => {
    const at = hours(['2026-11-02', 4.9], ['2026-11-03', 5], ['2026-11-04', 5.1]);
    expect(nok(topThree, { soFar: at })).toBe(336);
    expect(nok({ ...topThree, thresholdIncluded: false }, { soFar: at })).toBe(200);
    const above = hours(['2026-11-02', 4.9], ['2026-11-03', 5], ['2026-11-04', 5.11]);
    expect(nok({ ...topThree, thresholdIncluded: false }, { soFar: above })).toBe(336);
  });
});

describe('the capacity fee by other methods', () => {
  it('the month’s highest hour', () => {
    const charge = { ...topThree, method: 'month-maximum' as const };
    expect(nok(charge, { soFar: hours(['2026-11-02', 9], ['2026-11-03', 1]) })).toBe(336);
  });

  it('the main fuse, whatever is used; no answer where it is not known', () => {
    const charge: CapacityCharge = {
      method: 'main-fuse',
      thresholdIncluded: false,
      steps: [
        { from: 0, nokPerYear: 3600 },
        { from: 125, nokPerYear: 4800 },
      ],
    };
    expect(nok(charge, { fuseAmpere: 125, soFar: hours(['2026-11-02', 90]) })).toBe(300);
    expect(nok(charge, { fuseAmpere: 160 })).toBe(400);
    expect(capacityFee(charge, use({}))).toBeNull();
  });

  it('five weekly maxima of twelve months, weighted by the month of the week’s Monday', () => {
    const charge = { ...topThree, method: 'five-weighted-weeks' as const };
    // Five winter weeks at 8 kW count as they are; a July week at 20 kW counts as 5.
    const winter = hours(
      ['2026-01-06', 8],
      ['2026-01-13', 8],
      ['2026-01-20', 8],
      ['2026-02-03', 8],
      ['2026-02-10', 8],
    );
    const july = hours(['2026-07-08', 20]);
    expect(capacityFee(charge, use({ soFar: [...winter, ...july] }))?.demand).toBe(8);
    expect(capacityFee(charge, use({ soFar: july }))?.demand).toBe(5);
    // 1 November 2026 is a Sunday: its week's Monday is in October, 0.45 instead of 0.7.
    expect(capacityFee(charge, use({ soFar: hours(['2026-11-01', 10]) }))?.demand).toBe(4.5);
    // The same January a year before has fallen out.
    expect(capacityFee(charge, use({ soFar: hours(['2025-11-30', 10]) }))?.demand).toBe(0);
    expect(capacityFee(charge, use({ month: '2026-12', soFar: hours(['2026-01-06', 8]) }))?.demand).toBe(8);
  });

  it('says so where the owner publishes no method, and counts as most owners do', () => {
    const charge: CapacityCharge = { ...topThree, method: 'unknown', thresholdIncluded: null };
    expect(capacityFee(charge, use({ soFar: hours(['2026-11-02', 6]) }))).toMatchObject({
      nok: 336,
      assumed: true,
    });
  });
});

describe('for any use', () => {
  const load = fc.record({
    date: fc.integer({ min: 1, max: 30 }).map((day) => `2026-11-${String(day).padStart(2, '0')}`),
    kw: fc.integer({ min: 0, max: 20_000 }).map((watts) => watts / 1000),
  });
  const methods = fc.constantFrom(
    'top-three-days' as const,
    'month-maximum' as const,
    'five-weighted-weeks' as const,
  );

  it('one more hour never makes the month’s highest mean smaller once three days are known', () => {
    fc.assert(
      fc.property(fc.array(load, { maxLength: 40 }), load, (soFar, more) => {
        const three = [1, 2, 3].map((day) => ({ date: `2026-11-0${day}`, kw: 1 }));
        const before = capacityFee(topThree, use({ soFar: [...three, ...soFar] }))?.demand ?? Number.NaN;
        const after = capacityFee(topThree, use({ soFar: [...three, ...soFar], planned: [more] }))?.demand;
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('neither the order of hours nor what is metered and what is planned matters', () => {
    fc.assert(
      fc.property(methods, fc.array(load, { maxLength: 20 }), fc.nat(20), (method, all, cut) => {
        const charge = { ...topThree, method };
        const split = use({ soFar: all.slice(cut), planned: all.slice(0, cut) });
        expect(capacityFee(charge, split)).toEqual(capacityFee(charge, use({ soFar: all.toReversed() })));
      }),
    );
  });

  it('the fee is one of the steps’ prices', () => {
    fc.assert(
      fc.property(
        methods,
        fc.array(load, { maxLength: 20 }),
        fc.boolean(),
        (method, soFar, thresholdIncluded) => {
          const fee = nok({ ...topThree, method, thresholdIncluded }, { soFar });
          expect(steps.map((step) => step.nokPerYear / 12)).toContain(fee);
        },
      ),
    );
  });
});
