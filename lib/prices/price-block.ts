import { ServiceError } from '../platform/index.ts';
import { type Instant, type LocalDate, QUARTER_MS, quartersOfDay } from '../time/index.ts';

/** A stretch of time at one price, EUR/MWh ex VAT, as a source states it. */
export interface PriceBlock {
  readonly startAt: Instant;
  readonly minutes: 15 | 30 | 60;
  readonly eurPerMwh: number;
}

/** One price per quarter of the day; `nothing` where no quarter is told, `partial` where only some are. */
export type DayCover = readonly number[] | 'nothing' | 'partial';

/**
 * Lays blocks over the quarters of one Europe/Oslo day and ignores what lies outside it: sources send whole market days.
 * Where an hourly index and quarters tell of the same time, the finer statement counts. Throws `bad-answer` where two
 * equally fine statements differ or a block does not start on a quarter.
 */
export function coverDay(date: LocalDate, blocks: readonly PriceBlock[]): DayCover {
  const told = new Map<Instant, PriceBlock>();
  for (const block of blocks) {
    for (const quarterAt of quartersOf(block)) {
      told.set(quarterAt, finer(block, told.get(quarterAt)));
    }
  }
  const quarters = quartersOfDay(date).map((quarterAt) => told.get(quarterAt));
  const known = quarters.filter((block) => block !== undefined);
  if (known.length === 0) return 'nothing';
  // Adding 0 makes the −0.00 that sources print an ordinary zero.
  return known.length === quarters.length ? known.map((block) => block.eurPerMwh + 0) : 'partial';
}

function quartersOf(block: PriceBlock): Instant[] {
  if (block.startAt % QUARTER_MS !== 0) throw new ServiceError('bad-answer', { retryable: true });
  return Array.from({ length: block.minutes / 15 }, (_, i) => block.startAt + i * QUARTER_MS);
}

function finer(block: PriceBlock, other: PriceBlock | undefined): PriceBlock {
  if (!other || block.minutes < other.minutes) return block;
  if (block.minutes === other.minutes && block.eurPerMwh !== other.eurPerMwh) {
    throw new ServiceError('bad-answer', { retryable: true });
  }
  return other;
}
