import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntsoeForm } from '../../lib/local/price-server/entsoe-form.ts';
import { type PriceServerOptions, startPriceServer } from '../../lib/local/price-server/price-server.ts';
import { priceAreas } from '../../lib/places/index.ts';
import { askEntsoe } from '../../lib/prices/entsoe/ask-entsoe.ts';
import { askHvakosterstrommen } from '../../lib/prices/hvakosterstrommen/ask-hvakosterstrommen.ts';
import type { AskSource, SourceAnswer } from '../../lib/prices/source-answer.ts';
import { quartersOfDay } from '../../lib/time/index.ts';
import { platformOfSources, TOKEN } from './support/prices-world.ts';

const dates = ['2026-10-24', '2026-10-25', '2026-10-26', '2027-03-28', '2026-06-26'];
const clock = { now: () => Date.parse('2027-06-01T00:00Z') };

/** Cent prices, often repeated, so that forward fill and coarse resolutions have work to do. */
const price = fc.oneof(fc.constantFrom(-50000, 0, 4200), fc.integer({ min: -60_000, max: 500_000 }));
const hour = fc.oneof(
  price.map((one) => [one, one, one, one]),
  fc.tuple(price, price).map(([one, other]) => [one, one, other, other]),
  fc.tuple(price, price, price, price),
);
const marketDay = fc
  .record({
    area: fc.constantFrom(...priceAreas),
    date: fc.constantFrom(...dates),
    hours: fc.array(hour, { minLength: 25, maxLength: 25 }),
  })
  .map(({ area, date, hours }) => {
    const cents = hours.flat().slice(0, quartersOfDay(date).length);
    return { area, date, eurPerMwh: cents.map((cent) => cent / 100) };
  });

const entsoeForm: fc.Arbitrary<EntsoeForm> = fc.record({
  curve: fc.constantFrom('A03', 'A03-full', 'A01'),
  resolution: fc.constantFrom('fine', 'coarsest'),
  cutHours: fc.constantFrom(null, 1, 5, 12),
  split: fc.constantFrom('periods', 'series'),
  neighbours: fc.boolean(),
  strangers: fc.boolean(),
  prefix: fc.constantFrom('', 'ns0:'),
  noDataStatus: fc.constantFrom(200, 400),
});

type MarketDay = { area: (typeof priceAreas)[number]; date: string; eurPerMwh: number[] };

/** Other areas and days cost something else: whoever mixes them up is found out. */
async function decode(
  ask: AskSource,
  day: MarketDay,
  options: Partial<PriceServerOptions>,
): Promise<SourceAnswer> {
  const server = await startPriceServer({
    clock,
    token: TOKEN,
    book: (area, date) => ({
      minutes: 15,
      eurPerMwh:
        area === day.area && date === day.date ? day.eurPerMwh : quartersOfDay(date).map((_, i) => 3000 + i),
    }),
    ...options,
  });
  try {
    return await ask(platformOfSources(server), day.area, day.date);
  } finally {
    await server.stop();
  }
}

describe('a market day comes out as it went in', () => {
  it('through ENTSO-E, in every documented form', async () => {
    await fc.assert(
      fc.asyncProperty(marketDay, entsoeForm, async (day, form) => {
        const answer = await decode(askEntsoe, day, { entsoeForm: form });
        expect(answer).toEqual({ kind: 'whole', eurPerMwh: day.eurPerMwh, nokPerEur: null });
      }),
      { numRuns: 150 },
    );
  });

  it('through hvakosterstrommen, in quarters or mixed, in any notation', async () => {
    const form = fc.record({
      minutes: fc.constantFrom(15 as const, 'mixed' as const),
      exponents: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(marketDay, form, async (day, hvakosterstrommenForm) => {
        const answer = await decode(askHvakosterstrommen, day, { hvakosterstrommenForm });
        expect(answer).toEqual({ kind: 'whole', eurPerMwh: day.eurPerMwh, nokPerEur: 11.62 });
      }),
      { numRuns: 75 },
    );
  });

  it('through hvakosterstrommen in hours, as each hour’s mean', async () => {
    await fc.assert(
      fc.asyncProperty(marketDay, fc.boolean(), async (day, exponents) => {
        const answer = await decode(askHvakosterstrommen, day, {
          hvakosterstrommenForm: { minutes: 60, exponents },
        });
        const told = answer.kind === 'whole' ? answer.eurPerMwh : [];
        expect(told).toHaveLength(day.eurPerMwh.length);
        told.forEach((one, i) => {
          const first = i - (i % 4);
          const mean = day.eurPerMwh.slice(first, first + 4).reduce((sum, each) => sum + each, 0) / 4;
          // The site prints five decimals of EUR/kWh.
          expect(Math.abs(one - mean)).toBeLessThan(0.0051);
        });
      }),
      { numRuns: 75 },
    );
  });
});
