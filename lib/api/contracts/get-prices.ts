import * as z from 'zod';
import { apiRoute } from '../api-route.ts';
import { area, instant, orePerKwh } from '../fields.ts';
import {
  assumedRates,
  contractKind,
  gridOwnerName,
  priceParts,
  taxZone,
  vatPercent,
} from '../price-fields.ts';

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
    priceOrePerKwh: orePerKwh(
      'What one more kWh costs the home, all included, settled over `settlementMinutes`',
    ),
    spotOrePerKwh: orePerKwh(
      'Day-ahead price of the quarter, ex VAT; null where it is not published and the price is known without it',
    ).nullable(),
    parts: priceParts,
  })
  .meta({ id: 'PriceSlot', description: 'A quarter of an hour.' });

export const getPricesContract = apiRoute({
  operationId: 'getPrices',
  summary: 'What one more kWh costs the home, and what that is made of',
  description:
    'Quarter hours that are known between two moments, ascending; those not yet known are left out. Strømstøtte and ' +
    'Norgespris are counted as below the month’s 5 000 kWh.',
  method: 'GET',
  path: '/v1/prices',
  status: 200,
  query,
  answer: z
    .object({
      area,
      taxZone,
      vatPercent,
      contract: contractKind,
      gridOwnerName: gridOwnerName.nullable(),
      assumed: assumedRates,
      settlementMinutes: z
        .union([z.literal(15), z.literal(60)])
        .meta({ description: 'A price counts as the mean over this many minutes.' }),
      assumedExchangeRate: z.boolean().meta({
        description:
          'True while a day’s NOK/EUR rate is not known and an assumed one is in the price; false under Norgespris, whose price needs none.',
      }),
      slots: z.array(slot),
    })
    .meta({ id: 'Prices' }),
  problems: ['home-missing'],
  answerExample: {
    area: 'NO1',
    taxZone: 'sor',
    vatPercent: 25,
    contract: 'spot',
    gridOwnerName: 'Elvia AS',
    assumed: [],
    settlementMinutes: 60,
    assumedExchangeRate: false,
    slots: [
      {
        start: '2026-11-12T09:00:00Z',
        priceOrePerKwh: 148.03,
        spotOrePerKwh: 118.4,
        parts: {
          spot: 120,
          markup: 0,
          support: -38.7,
          gridEnergy: 28.99,
          electricityTax: 7.13,
          enova: 1,
          vat: 29.605,
        },
      },
    ],
  },
});
