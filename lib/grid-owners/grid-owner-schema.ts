import * as z from 'zod';
import { priceAreas } from '../places/index.ts';
import { dayKinds, type GridOwner, type GridTariff } from '../tariffs/index.ts';
import { isLocalDate } from '../time/index.ts';
import { isGridOwnerKey } from './grid-owner-key.ts';
import {
  MAX_NOK_PER_YEAR,
  MAX_ORE_PER_KWH,
  MAX_TARIFF_NAME,
  MAX_THRESHOLD,
  MIN_ORE_PER_KWH,
} from './limits.ts';

const localDay = z.string().refine(isLocalDate);
const orePerKwh = z.number().min(MIN_ORE_PER_KWH).max(MAX_ORE_PER_KWH);
const hour = z.int().min(0).max(23);

const exception = z.object({
  name: z.string(),
  hours: z.array(z.object({ from: hour, to: hour })).nullable(),
  days: z.array(z.enum(dayKinds)).nullable(),
  months: z.array(z.int().min(1).max(12)).nullable(),
  orePerKwh,
});

const capacity = z.object({
  method: z.enum(['top-three-days', 'month-maximum', 'five-weighted-weeks', 'main-fuse', 'unknown']),
  thresholdIncluded: z.boolean().nullable(),
  steps: z
    .array(
      z.object({
        from: z.number().min(0).max(MAX_THRESHOLD),
        nokPerYear: z.number().min(0).max(MAX_NOK_PER_YEAR),
      }),
    )
    .min(1)
    .refine((steps) => steps.every(({ from }, i) => i === 0 || from > (steps[i - 1]?.from ?? 0))),
});

/** A tariff as the store keeps it, within the limits of what can be true. */
export const gridTariffSchema: z.ZodType<GridTariff> = z
  .object({
    from: localDay,
    until: localDay.nullable(),
    name: z.string().min(1).max(MAX_TARIFF_NAME).nullable(),
    customerGroups: z.array(z.enum(['household', 'cabin', 'small-business'])).min(1),
    energy: z.object({ baseOrePerKwh: orePerKwh, exceptions: z.array(exception) }),
    capacity,
  })
  .refine(({ from, until }) => until === null || from < until);

export const gridOwnerSchema: z.ZodType<GridOwner> = z.object({
  key: z.string().refine(isGridOwnerKey),
  name: z.string().min(1),
  areas: z.array(z.enum(priceAreas)),
  sources: z.array(z.string()),
  checkedOn: localDay,
  tariffs: z.array(gridTariffSchema).min(1),
  ownDays: z.array(gridTariffSchema),
});
