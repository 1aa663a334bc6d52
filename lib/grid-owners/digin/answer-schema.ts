import * as z from 'zod';
import { parseIso } from '../../time/index.ts';

const instantText = z.string().transform((text, context) => {
  const at = parseIso(text);
  if (at !== null) return at;
  context.addIssue('not an instant');
  return z.NEVER;
});
const count = z.int().min(0).nullish();
const kroner = z.literal('NOK').nullish();

const priceLevels = z
  .array(
    z.object({
      valueMin: z.number().nullable(),
      valueMax: z.number().nullable(),
      monthlyExTaxes: z.number(),
      currency: kroner,
    }),
  )
  .min(1);

/**
 * What we need of an answer to `tariffquery` in version 1.0 of DIGIN's Nettariff API (3lbits/API-nettleie-for-styring). The
 * specification says `priceLevel`, and Elvia `priceLevels`. Metering points are in other answers, and never read.
 */
export const tariffAnswer = z.object({
  gridTariffCollections: z
    .array(
      z.object({
        gridTariff: z.object({
          tariffType: z.object({
            fixedPriceConfiguration: z.object({
              basis: z.string(),
              maxhoursPerDay: count,
              daysPerMonth: count,
              maxhoursPerMonth: count,
              months: count,
            }),
          }),
          tariffPrice: z.object({
            hours: z
              .array(
                z.object({
                  startTime: instantText,
                  expiredAt: instantText,
                  fixedPrice: z.object({ id: z.string() }),
                  energyPrice: z.object({ id: z.string() }),
                }),
              )
              .max(200)
              .nullable(),
            priceInfo: z.object({
              fixedPrices: z.array(
                z
                  .object({
                    id: z.string(),
                    priceLevel: priceLevels.optional(),
                    priceLevels: priceLevels.optional(),
                  })
                  .transform(({ id, ...levels }) => ({
                    id,
                    levels: levels.priceLevels ?? levels.priceLevel ?? [],
                  })),
              ),
              energyPrices: z.array(
                // Totals hold taxes, which are the contract's business: only the bare charge will do.
                z.object({ id: z.string(), energyExTaxes: z.number(), currency: kroner }),
              ),
            }),
          }),
        }),
      }),
    )
    .max(10),
});

export type ToldTariff = z.infer<typeof tariffAnswer>['gridTariffCollections'][number]['gridTariff'];
