import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayStart, localDate, localTime } from '../../lib/time/index.ts';
import type { Vehicle } from '../../web/src/api/types.ts';
import { chargingBlocks } from '../../web/src/picture/charging-blocks.ts';
import { daysOf } from '../../web/src/picture/days-of.ts';
import { pictureModel, quarterIndex } from '../../web/src/picture/picture-model.ts';
import { bandNames, bandsOf, stacked } from '../../web/src/picture/price-bands.ts';
import { priceStretches } from '../../web/src/picture/price-stretches.ts';
import { quarterReadout } from '../../web/src/picture/quarter-readout.ts';
import { type Quarter, quartersOf } from '../../web/src/picture/quarters.ts';
import { priceRange, stepSeries } from '../../web/src/picture/step-series.ts';
import { nextIndex } from '../../web/src/picture/use-chosen-quarter.ts';
import { osloHours, osloMidnight, osloTime, QUARTER_MS } from '../../web/src/time/oslo.ts';
import { formatOf } from '../../web/src/words/format.ts';
import { nb } from '../../web/src/words/nb.ts';
import { oslo } from '../support/browser/fixtures/places.ts';
import { pricesOf, winter } from '../support/browser/fixtures/price-shapes.ts';
import { scenes } from '../support/browser/fixtures/scenes.ts';
import { nightPlan, planOf, waitingVehicle } from '../support/browser/fixtures/vehicle.ts';

const anyInstant = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) });

/** Of a quarter without charging. */
const waits = { charging: 0, kw: 0, ampere: null };

describe('Norwegian time in the browser is the service’s', () => {
  test('at any instant', () => {
    fc.assert(
      fc.property(anyInstant, (at) => {
        const { hour, minute } = osloTime(at);
        expect(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`).toBe(localTime(at));
        expect(osloMidnight(at)).toBe(dayStart(localDate(at)));
      }),
    );
  });

  test('on the night of 25 hours, two o’clock comes twice; on that of 23, not at all', () => {
    const labels = (from: string, until: string) =>
      osloHours(Date.parse(from), Date.parse(until), 1).map((at) => osloTime(at).hour);
    expect(labels('2025-10-25T22:00:00Z', '2025-10-26T03:00:00Z')).toEqual([0, 1, 2, 2, 3, 4]);
    expect(labels('2026-03-28T23:00:00Z', '2026-03-29T02:00:00Z')).toEqual([0, 1, 3, 4]);
  });
});

describe('the picture', () => {
  test('spans the night from before the plug to after the departure', () => {
    const model = pictureModel(waitingVehicle(), null, Date.parse('2026-01-12T18:20:00Z'));
    expect(new Date(model.span.fromAt).toISOString()).toBe('2026-01-12T15:00:00.000Z');
    expect(new Date(model.span.untilAt).toISOString()).toBe('2026-01-13T07:00:00.000Z');
  });

  test('shows the day of 25 hours whole: 100 quarters between its midnights', () => {
    const vehicle: Vehicle = { ...waitingVehicle(), plan: null, session: null };
    const midnight = Date.parse('2025-10-25T22:00:00Z');
    const { quarters } = pictureModel(vehicle, null, midnight + 3_600_000);
    const wide = Array.from({ length: 120 }, (_, index) => ({
      startAt: midnight + index * QUARTER_MS,
      price: 1,
      bands: null,
      isGuess: false,
      ...waits,
    }));
    expect(daysOf(wide)[0]?.length).toBe(100);
    expect(quarters.length).toBe(96);
  });

  test('stands still while the night goes by', () => {
    const spans = ['16:00', '20:00', '23:30'].map(
      (time) => pictureModel(waitingVehicle(), null, Date.parse(`2026-01-12T${time}:00Z`)).span,
    );
    expect(new Set(spans.map((span) => JSON.stringify(span))).size).toBe(1);
  });

  test('finds the quarter of any moment, and the nearest outside', () => {
    const model = pictureModel(waitingVehicle(), null, Date.parse('2026-01-12T18:20:00Z'));
    fc.assert(
      fc.property(fc.integer({ min: model.span.fromAt, max: model.span.untilAt - 1 }), (at) => {
        const startAt = model.quarters[quarterIndex(model, at)]?.startAt ?? Number.NaN;
        expect(at - startAt).toBeGreaterThanOrEqual(0);
        expect(at - startAt).toBeLessThan(QUARTER_MS);
      }),
    );
    expect(quarterIndex(model, 0)).toBe(0);
    expect(quarterIndex(model, Number.MAX_SAFE_INTEGER)).toBe(model.quarters.length - 1);
  });

  test('takes a plan’s zeros for unknown where it was made without prices', () => {
    const { overview } = scenes.noPrices;
    const [vehicle] = overview.vehicles;
    if (!vehicle?.plan) throw new Error('the scene has a plan');
    const slots = planOf(vehicle.plan.windows).slots.map((slot) => ({ ...slot, priceOrePerKwh: 0 }));
    const model = pictureModel(
      { ...vehicle, plan: { ...vehicle.plan, slots } },
      null,
      Date.parse(overview.now),
    );
    expect(model.quarters.every(({ price }) => price === null)).toBe(true);
  });
});

const somePrices = fc.array(fc.option(fc.integer({ min: -50, max: 500 }), { freq: 4, nil: null }), {
  minLength: 1,
  maxLength: 120,
});
const quartersWith = (prices: readonly (number | null)[]): Quarter[] =>
  prices.map((price, index) => ({
    startAt: index * QUARTER_MS,
    price,
    bands: null,
    isGuess: false,
    ...waits,
  }));

describe('the price line', () => {
  test('steps through exactly the known prices, wherever the gaps are', () => {
    fc.assert(
      fc.property(somePrices, (prices) => {
        const [x, y] = stepSeries(quartersWith(prices));
        expect(x.every((at, index) => index === 0 || at > (x[index - 1] ?? 0))).toBe(true);
        prices.forEach((price, index) => {
          // A left-aligned step has the value of the last point at or before it.
          const middle = (index + 0.5) * 900;
          expect(y[x.findLastIndex((at) => at <= middle)]).toBe(price);
        });
      }),
    );
  });

  test('always shows zero, and everything that is known', () => {
    fc.assert(
      fc.property(somePrices, (prices) => {
        const [low, high] = priceRange(quartersWith(prices));
        for (const price of [0, ...prices.filter((one) => one !== null)]) {
          expect(price).toBeGreaterThanOrEqual(low);
          expect(price).toBeLessThan(high);
        }
      }),
    );
  });
});

const someParts = fc
  .record({
    spot: fc.integer({ min: -200, max: 500 }),
    markup: fc.integer({ min: 0, max: 20 }),
    support: fc.integer({ min: -400, max: 50 }),
    gridEnergy: fc.integer({ min: 0, max: 60 }),
    electricityTax: fc.integer({ min: 0, max: 17 }),
    enova: fc.constant(1),
  })
  .chain((exVat) => fc.constantFrom(0, 25).map((vatPercent) => ({ exVat, vatPercent })))
  .map(({ exVat, vatPercent }) => {
    const sum = Object.values(exVat).reduce((total, part) => total + part, 0);
    return {
      parts: { ...exVat, vat: (sum * vatPercent) / 100 },
      vatPercent,
      price: sum * (1 + vatPercent / 100),
    };
  });

describe('what a price is made of', () => {
  test('is stacked without a gap, from zero to the price, however far below zero power goes', () => {
    fc.assert(
      fc.property(someParts, ({ parts, vatPercent, price }) => {
        const levels = stacked(bandsOf(parts, vatPercent));
        expect(levels.map(({ name }) => name)).toEqual(bandNames);
        expect(levels[0]?.from).toBe(0);
        expect(levels.slice(1).map(({ from }) => from)).toEqual(levels.slice(0, -1).map(({ to }) => to));
        expect(levels.at(-1)?.to).toBeCloseTo(price, 6);
        for (const { from, to } of levels.slice(1)) expect(to).toBeGreaterThanOrEqual(from);
      }),
    );
  });

  test('is in sight, its lowest end too', () => {
    fc.assert(
      fc.property(fc.array(someParts, { minLength: 1 }), (priced) => {
        const quarters = priced.map(({ parts, vatPercent, price }, index) => {
          return {
            startAt: index * QUARTER_MS,
            price,
            bands: bandsOf(parts, vatPercent),
            isGuess: false,
            ...waits,
          };
        });
        const [low, high] = priceRange(quarters);
        for (const { bands } of quarters) {
          for (const { from, to } of stacked(bands)) {
            expect(Math.min(from, to)).toBeGreaterThanOrEqual(low);
            expect(Math.max(from, to)).toBeLessThan(high);
          }
        }
      }),
    );
  });

  test('adds up as it is written: rounding loses nothing', () => {
    const number = (text: string | undefined) => Number(text?.replace(',', '.').replace('−', '-'));
    fc.assert(
      fc.property(someParts, ({ parts, vatPercent, price }) => {
        const quarter = { startAt: 0, price, bands: bandsOf(parts, vatPercent), isGuess: false, ...waits };
        const { ore, bands } = quarterReadout(quarter, nb, formatOf('nb'));
        const sum = bandNames.reduce((total, name) => total + number(bands?.[name]), 0);
        expect(sum).toBeCloseTo(number(ore), 6);
      }),
    );
  });

  test('is not told where only the price is known', () => {
    const vehicle = waitingVehicle();
    const { quarters } = pictureModel(vehicle, null, Date.parse('2026-01-12T18:20:00Z'));
    expect(quarters.filter(({ price }) => price !== null).length).toBeGreaterThan(0);
    expect(quarters.every(({ bands }) => bands === null)).toBe(true);
  });

  test('of a home with Norgespris is known before spot is', () => {
    const { overview } = scenes.norgespris;
    const from = Date.parse('2026-01-13T00:00:00Z');
    const prices = pricesOf(
      winter,
      { from, to: from + 4 * QUARTER_MS, knownUntil: from },
      overview.home ?? oslo,
    );
    expect(prices.slots.map(({ spotOrePerKwh }) => spotOrePerKwh)).toEqual([null, null, null, null]);
    const [quarter] = quartersOf({ fromAt: from, untilAt: from + QUARTER_MS }, prices, null);
    expect(quarter?.bands?.power).toBe(50);
  });

  test('cuts the picture where a part changes, though the price stays', () => {
    const bands = { power: 50, grid: 30, taxes: 10 };
    const quarters = [bands, bands, { ...bands, power: 60, grid: 20 }].map((one, index) => {
      return { startAt: index * QUARTER_MS, price: 90, bands: one, isGuess: false, ...waits };
    });
    const stretches = priceStretches([{ fromAt: 0, untilAt: 3 * QUARTER_MS }], quarters);
    expect(stretches.map(({ untilAt }) => untilAt / QUARTER_MS)).toEqual([2, 3]);
  });
});

describe('the charging in it', () => {
  const night = { fromAt: Date.parse('2026-01-12T15:00:00Z'), untilAt: Date.parse('2026-01-13T07:00:00Z') };
  const span = { from: night.fromAt, to: night.untilAt, knownUntil: night.untilAt };
  const quarters = quartersOf(night, pricesOf(winter, span, oslo), null);

  test('is as strong as it is while it charges: less than a whole quarter at full power is full power', () => {
    const from = '2026-01-13T01:15:00Z';
    const spent = fc.integer({ min: 1, max: 15 });
    const ampere = fc.option(fc.integer({ min: 5, max: 16 }));
    fc.assert(
      fc.property(spent, ampere, fc.integer({ min: 1, max: 11 }), (minutes, held, kw) => {
        const until = new Date(Date.parse(from) + minutes * 60_000).toISOString();
        const [slot] = nightPlan().slots;
        if (!slot) throw new Error('the plan charges');
        const slots = [{ ...slot, start: from, powerKw: (kw * minutes) / 15 }];
        const plan = { ...nightPlan(), windows: [{ from, until, ampere: held }], slots };
        const [quarter] = quartersOf(
          { fromAt: Date.parse(from), untilAt: Date.parse(from) + QUARTER_MS },
          null,
          plan,
        );
        expect(quarter?.kw).toBeCloseTo(kw, 6);
        const { power, charging } = quarterReadout(
          quarter ?? { ...waits, startAt: 0, price: null, bands: null, isGuess: false },
          nb,
          formatOf('nb'),
        );
        expect(power.replaceAll('\u00a0', ' ')).toBe(held === null ? `${kw} kW` : `${kw} kW (${held} A)`);
        expect(charging).toBe(`lader ${power}`);
      }),
    );
  });

  test('has one power to its edges, though they are told to the minute only', () => {
    const [from, until] = ['2026-01-13T01:07:00Z', '2026-01-13T01:36:00Z'];
    const [slot] = nightPlan().slots;
    if (!slot) throw new Error('the plan charges');
    const start = Date.parse('2026-01-13T01:00:00Z');
    // 5.6 and 2.3 kW in the mean of a quarter that is cut: 10.5 and 5.8 by the minute.
    const slots = [5.6, 6.2, 2.3].map((powerKw, index) => {
      return { ...slot, start: new Date(start + index * QUARTER_MS).toISOString(), powerKw };
    });
    const plan = { ...nightPlan(), windows: [{ from, until, ampere: 9 }], slots };
    const quarters = quartersOf({ fromAt: start, untilAt: start + 4 * QUARTER_MS }, null, plan);
    expect(quarters.map(({ kw }) => kw)).toEqual([6.2, 6.2, 6.2, 0]);
  });

  test('is told without its power where no plan tells it', () => {
    const [window] = nightPlan().windows;
    const plan = { ...nightPlan(), slots: [] };
    const at = Date.parse(window?.from ?? '');
    const [quarter] = quartersOf({ fromAt: at, untilAt: at + QUARTER_MS }, null, plan);
    expect(quarter?.kw).toBeNull();
    expect(quarter && quarterReadout(quarter, nb, formatOf('nb')).power).toBe('lader');
  });

  test('is as long as the plan’s windows inside the picture, to the minute', () => {
    const minute = fc.integer({ min: -120, max: 16 * 60 + 120 });
    fc.assert(
      fc.property(minute, fc.integer({ min: 1, max: 600 }), (start, minutes) => {
        const from = night.fromAt + start * 60_000;
        const until = from + minutes * 60_000;
        const window = { from: new Date(from).toISOString(), until: new Date(until).toISOString() };
        const painted = chargingBlocks([window], quarters).reduce(
          (sum, block) => sum + block.untilAt - block.fromAt,
          0,
        );
        expect(painted).toBe(Math.max(0, Math.min(until, night.untilAt) - Math.max(from, night.fromAt)));
      }),
    );
  });

  test('is one block per price: no seams inside an hour', () => {
    const window = { from: '2026-01-13T01:15:00Z', until: '2026-01-13T04:30:00Z' };
    expect(chargingBlocks([window], quarters).map(({ price }) => price)).toEqual([87.65, 78.9, 77.65, 85.15]);
  });
});

test('keys never lead out of the picture', () => {
  const keys = fc.constantFrom('ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End');
  fc.assert(
    fc.property(keys, fc.integer({ min: 0, max: 63 }), (key, from) => {
      const next = nextIndex(key, from, 64);
      expect(next).toBeGreaterThanOrEqual(0);
      expect(next).toBeLessThan(64);
    }),
  );
  expect(nextIndex('Escape', 3, 64)).toBeNull();
  expect(nextIndex('Tab', 3, 64)).toBeUndefined();
});
