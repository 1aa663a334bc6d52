import * as z from 'zod';
import { ServiceError } from '../../platform/index.ts';
import { instantText } from '../instant-text.ts';
import type { PriceBlock } from '../price-block.ts';

const minutesOf = { PT15M: 15, PT30M: 30, PT60M: 60 } as const;
/** Four days of quarters: more than any answer to a question about one day, and little enough to lay out in memory. */
const MAX_POSITIONS = 4 * 100;

const point = z.object({
  position: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number),
  // Number('') is 0: an empty price must not become a free one.
  'price.amount': z
    .string()
    .regex(/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i)
    .transform(Number),
});

export const period = z.object({
  timeInterval: z.object({ start: instantText, end: instantText }),
  resolution: z.enum(['PT15M', 'PT30M', 'PT60M']).transform((text) => minutesOf[text]),
  Point: z.array(point),
});
type Period = z.infer<typeof period>;

/**
 * One block per position of the period. Curve A03 leaves out a position whose price equals the one before it, also at
 * the end: the previous price is carried on inside the period, never past its end. Curve A01 leaves out nothing.
 *
 *     start        position 1  2  3  4  5  6        end
 *     A03 points            31 .  .  18 .  .         → 31 31 31 18 18 18
 *
 * Throws `bad-answer` where positions are not 1 ≤ first < second < … ≤ n, the first is not 1, or A01 has a hole.
 */
export function blocksOfPeriod(told: Period, curveType: 'A01' | 'A03'): PriceBlock[] {
  const { timeInterval, resolution: minutes, Point: points } = told;
  const count = (timeInterval.end - timeInterval.start) / (minutes * 60_000);
  if (!isSound(points, count)) throw new ServiceError('bad-answer', { retryable: true });
  if (curveType === 'A01' && points.length !== count) {
    throw new ServiceError('bad-answer', { retryable: true });
  }
  return points.flatMap((point, i) => {
    const nextPosition = points[i + 1]?.position ?? count + 1;
    return Array.from({ length: nextPosition - point.position }, (_, j) => ({
      startAt: timeInterval.start + (point.position - 1 + j) * minutes * 60_000,
      minutes,
      eurPerMwh: point['price.amount'],
    }));
  });
}

function isSound(points: Period['Point'], count: number): boolean {
  if (!Number.isInteger(count) || count < 1 || count > MAX_POSITIONS) return false;
  if (points[0]?.position !== 1) return false;
  return points.every(({ position }, i) => position > (points[i - 1]?.position ?? 0) && position <= count);
}
