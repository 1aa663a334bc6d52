import { csvPriceBook, type PriceBook, PriceFileError } from '../../lib/local/index.ts';
import { atLocalTime, dayEnd, type Instant } from '../../lib/time/index.ts';
import { UsageError } from '../usage-error.ts';
import type { LocalCommand } from './read-options.ts';

/** Which prices a run lives on, from when, and until when they last. */
export interface PriceDays {
  readonly book?: PriceBook;
  readonly startAt?: Instant;
  /** End of the last day with prices; Infinity where they never end. */
  readonly endAt: Instant;
  /** Where the prices come from, for a person. */
  readonly words: string;
}

/** Before the next day's prices come, so that one sees them come. */
const STARTS = '12:30';
/** The built-in days start shortly before the car comes home. */
const BUILT_IN_STARTS = '16:30';
const BUILT_IN_DATE = '2026-10-22';

/** Throws UsageError where the file cannot serve the wished area and day. */
export async function priceDays(command: LocalCommand): Promise<PriceDays> {
  if (command.live)
    return { endAt: Number.POSITIVE_INFINITY, words: 'real ones of today, from hvakosterstrommen.no' };
  if (command.prices !== undefined) return await fileDays(command, command.prices);
  return {
    startAt: atLocalTime(command.from ?? BUILT_IN_DATE, BUILT_IN_STARTS),
    endAt: Number.POSITIVE_INFINITY,
    words: 'built-in days of our own making (one negative, one flat, the 25-hour day), not real ones',
  };
}

async function fileDays({ area, from }: LocalCommand, file: string): Promise<PriceDays> {
  const { book, firstDate, lastDate } = await readFile(file);
  const first = firstDate(area);
  const last = lastDate(area);
  if (first === null || last === null) throw new UsageError(`--prices: has no whole day of ${area}`);
  const date = from ?? first;
  if (book(area, date) === null)
    throw new UsageError(`--from: the file has no whole day ${date} of ${area} (it has ${first} to ${last})`);
  return {
    book,
    startAt: atLocalTime(date, STARTS),
    endAt: dayEnd(last),
    words: `${file}, ${area} ${first} to ${last}`,
  };
}

async function readFile(file: string) {
  try {
    return await csvPriceBook(file);
  } catch (error) {
    if (error instanceof PriceFileError) throw new UsageError(`--prices: ${error.message}`);
    const { code } = error as NodeJS.ErrnoException;
    if (code !== undefined) throw new UsageError(`--prices: ${file} cannot be read (${code})`);
    throw error;
  }
}
