import { readNumber } from '../read-number.ts';
import { UsageError } from '../usage-error.ts';

const PEAK_KW = [0, 1000] as const;
const MOST_DAYS = 31;

/** Peaks of other days of the month, kW: `4.1,3.8,3.2`. Null where none are told. */
export function readPeaks(text: string | undefined): number[] | null {
  if (text === undefined) return null;
  const parts = text.trim() === '' ? [] : text.split(',').map((part) => part.trim());
  if (parts.length > MOST_DAYS)
    throw new UsageError('--month-peaks: must be at most 31 peaks, one for each day');
  return parts.map((part) => readNumber('--month-peaks', part, PEAK_KW));
}
