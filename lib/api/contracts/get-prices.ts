import * as z from 'zod';
import { apiRoute } from '../api-route.ts';
import { area, instant, orePerKwh, vatPercent } from '../fields.ts';

const LONGEST_MS = 10 * 24 * 3_600_000;
const moment = z.iso.datetime({ offset: true });

const query = z
  .strictObject({
    from: moment.meta({
      description: 'First moment, ISO 8601 with offset or Z.',
      examples: ['2026-01-12T16:00:00Z'],
    }),
    to: moment.meta({
      description: 'After `from`, at most 10 days later.',
      examples: ['2026-01-13T06:00:00Z'],
    }),
  })
  .refine(
    ({ from, to }) => Date.parse(to) > Date.parse(from) && Date.parse(to) - Date.parse(from) <= LONGEST_MS,
    {
      path: ['to'],
    },
  );

const slot = z
  .object({
    start: instant,
    priceOrePerKwh: orePerKwh('What the home pays, incl. its VAT, settled over `settlementMinutes`'),
    spotOrePerKwh: orePerKwh('Day-ahead price of the quarter, ex VAT'),
  })
  .meta({ id: 'PriceSlot', description: 'A quarter of an hour.' });

export const getPricesContract = apiRoute({
  operationId: 'getPrices',
  summary: 'Prices of the home’s area',
  description:
    'Quarter hours that are known between two moments, ascending; those not yet published are left out.',
  method: 'GET',
  path: '/v1/prices',
  status: 200,
  query,
  answer: z
    .object({
      area,
      vatPercent,
      settlementMinutes: z
        .union([z.literal(15), z.literal(60)])
        .meta({ description: 'A price counts as the mean over this many minutes.' }),
      assumedExchangeRate: z
        .boolean()
        .meta({ description: 'True while a day’s NOK/EUR rate is not known and an assumed one is used.' }),
      slots: z.array(slot),
    })
    .meta({ id: 'Prices' }),
  problems: ['home-missing'],
  answerExample: {
    area: 'NO1',
    vatPercent: 25,
    settlementMinutes: 60,
    assumedExchangeRate: false,
    slots: [{ start: '2026-01-12T16:00:00Z', priceOrePerKwh: 171.25, spotOrePerKwh: 140.1 }],
  },
});
