import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerPrices, type PriceBasis } from '../../lib/tariffs/index.ts';
import {
  dayEnd,
  dayStart,
  HOUR_MS,
  hourStart,
  type LocalDate,
  localHour,
  QUARTER_MS,
  quartersOfDay,
} from '../../lib/time/index.ts';
import { bases, ore, ownerWith } from './arbitraries.ts';

const basis: PriceBasis = {
  taxZone: 'nord_norge',
  contract: { kind: 'spot', markupOrePerKwh: 0 },
  gridOwner: ownerWith({ energy: { baseOrePerKwh: 0, exceptions: [] } }),
  gridTariffName: null,
  kwhThisMonth: 0,
};
/** Electricity tax and Enova fee of 2026. */
const taxes = 8.13;
const startAt = Date.UTC(2026, 0, 12, 16);
const span = { fromAt: startAt, untilAt: startAt + 2 * HOUR_MS };
const quarters = (...spot: number[]) =>
  spot.map((spotOrePerKwh, i) => ({ startAt: startAt + i * QUARTER_MS, spotOrePerKwh }));
const power = (prices: ReturnType<typeof customerPrices>) =>
  prices.map(({ oreInclVat }) => Math.round((oreInclVat - taxes) * 1e4) / 1e4);

describe('a home’s prices over a span', () => {
  it('settle at the hour’s mean, or at each quarter’s own price', () => {
    const spot = quarters(10, 20, 30, 40, 70, 70, 70, 70);
    expect(power(customerPrices(basis, spot, span, 60))).toEqual([25, 25, 25, 25, 70, 70, 70, 70]);
    expect(power(customerPrices(basis, spot, span, 15))).toEqual([10, 20, 30, 40, 70, 70, 70, 70]);
  });

  it('begin with the quarter hour that is under way', () => {
    const prices = customerPrices(basis, quarters(10, 10), { ...span, fromAt: startAt + 20 * 60_000 }, 60);
    expect(prices.map((price) => price.startAt)).toEqual([startAt + QUARTER_MS]);
  });

  it('support the hour’s mean, not its dear quarters', () => {
    const [first] = customerPrices(basis, quarters(37, 37, 37, 197), span, 60);
    expect(first?.parts).toMatchObject({ spot: 77, support: 0 });
  });

  it('take the mean of what is known of an hour, and stop where nothing is', () => {
    expect(power(customerPrices(basis, quarters(10, 20), span, 60))).toEqual([15, 15]);
  });

  it('under Norgespris go on where spot is not known', () => {
    const norgespris = { ...basis, contract: { kind: 'norgespris', markupOrePerKwh: 0 } as const };
    expect(power(customerPrices(norgespris, quarters(10, 300), span, 60))).toEqual(Array(8).fill(40));
  });

  it('count the month’s kWh from nothing when the month is over', () => {
    const norgespris = { ...basis, contract: { kind: 'norgespris', markupOrePerKwh: 0 } as const };
    const fromAt = dayStart('2026-12-01') - HOUR_MS;
    const spot = quarters(...Array(8).fill(100)).map((one, i) => ({
      ...one,
      startAt: fromAt + i * QUARTER_MS,
    }));
    const overMonthEnd = { fromAt, untilAt: fromAt + 2 * HOUR_MS };
    expect(power(customerPrices({ ...norgespris, kwhThisMonth: 6000 }, spot, overMonthEnd, 60))).toEqual([
      ...Array(4).fill(100),
      ...Array(4).fill(40),
    ]);
  });

  it('hold the charge of each doubled hour, and of 23-hour days, by the local clock', () => {
    const night = { name: 'Natt', hours: [{ from: 2, to: 2 }], days: null, months: null, orePerKwh: 50 };
    const gridOwner = ownerWith({ energy: { baseOrePerKwh: 0, exceptions: [night] } });
    const atTwo = (date: LocalDate) => {
      const day = { fromAt: dayStart(date), untilAt: dayEnd(date) };
      const spot = quartersOfDay(date).map((at) => ({ startAt: at, spotOrePerKwh: 0 }));
      const dear = customerPrices({ ...basis, gridOwner }, spot, day, 60).filter(
        ({ parts }) => parts.gridEnergy === 50,
      );
      expect(dear.every((price) => localHour(price.startAt) === 2)).toBe(true);
      return dear.length;
    };
    expect([atTwo('2026-03-29'), atTwo('2026-06-01'), atTwo('2026-10-25')]).toEqual([0, 4, 8]);
  });
});

describe('over any span', () => {
  const leaps = ['2026-03-29', '2026-10-25', '2026-12-31', '2026-02-28', '2028-02-29', '2027-03-28'];

  it('a leap over a DST day, month or year end loses no quarter hour and doubles none', () => {
    fc.assert(
      fc.property(
        bases,
        fc.constantFrom(...leaps),
        fc.integer({ min: -100, max: 100 }),
        fc.integer({ min: 0, max: 200 }),
        (home, date, offset, length) => {
          const fromAt = dayStart(date) + offset * QUARTER_MS;
          const untilAt = fromAt + length * QUARTER_MS;
          const spot = Array.from({ length }, (_, i) => ({
            startAt: fromAt + i * QUARTER_MS,
            spotOrePerKwh: 80,
          }));
          const prices = customerPrices(home, spot, { fromAt, untilAt }, 60);
          expect(prices.map((price) => price.startAt)).toEqual(spot.map((quarter) => quarter.startAt));
        },
      ),
    );
  });

  it('every hour has one price, and its power costs what its quarters cost', () => {
    fc.assert(
      fc.property(
        fc.array(ore(-500, 70), { maxLength: 120 }),
        fc.integer({ min: 0, max: 3 }),
        (spot, skip) => {
          const known = quarters(...spot).slice(skip);
          const last = known.at(-1)?.startAt ?? startAt;
          const prices = customerPrices(basis, known, { fromAt: startAt, untilAt: last + QUARTER_MS }, 60);
          for (const [hourAt, inHour] of Map.groupBy(prices, (price) => hourStart(price.startAt))) {
            expect(new Set(inHour.map((price) => price.oreInclVat)).size).toBe(1);
            const raw = known.filter((quarter) => hourStart(quarter.startAt) === hourAt);
            const sum = raw.reduce((all, quarter) => all + quarter.spotOrePerKwh, 0);
            expect(inHour.reduce((all, price) => all + price.oreInclVat - taxes, 0)).toBeCloseTo(sum, 4);
          }
        },
      ),
    );
  });
});
