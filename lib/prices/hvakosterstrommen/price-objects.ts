import * as z from 'zod';
import { ServiceError } from '../../platform/index.ts';
import { instantText } from '../instant-text.ts';
import type { PriceBlock } from '../price-block.ts';

/** kWh prices ex VAT, `EXR` NOK per EUR. The span of an object is its two instants; its place in the list says nothing. */
export const priceObjects = z.array(
  z.object({
    NOK_per_kWh: z.number(),
    EUR_per_kWh: z.number(),
    EXR: z.number(),
    time_start: instantText,
    time_end: instantText,
  }),
);
type PriceObjects = z.infer<typeof priceObjects>;

const minutes = z.union([z.literal(15), z.literal(30), z.literal(60)]);

/** Objects of 60 or 15 minutes, mixed as they come. Throws `bad-answer` where they overlap or run backwards. */
export function blocksOf(objects: PriceObjects): PriceBlock[] {
  return objects.map((object, i) => {
    const span = minutes.safeParse((object.time_end - object.time_start) / 60_000);
    const isLater = object.time_start >= (objects[i - 1]?.time_end ?? Number.NEGATIVE_INFINITY);
    if (!span.success || !isLater) throw new ServiceError('bad-answer', { retryable: true });
    return {
      startAt: object.time_start,
      minutes: span.data,
      eurPerMwh: Number((object.EUR_per_kWh * 1000).toFixed(5)),
    };
  });
}

/** The day's NOK per EUR; null where it is out of all reason, changes within the day or belies the prices in NOK. */
export function rateOf(objects: PriceObjects): number | null {
  const rate = objects[0]?.EXR ?? 0;
  const isBelievable = objects.every(({ EXR, EUR_per_kWh, NOK_per_kWh }) => {
    const nok = EUR_per_kWh * EXR;
    return EXR === rate && Math.abs(nok - NOK_per_kWh) <= 0.001 + 0.01 * Math.abs(nok);
  });
  return rate >= 5 && rate <= 25 && isBelievable ? rate : null;
}
