import { type PriceArea, priceAreas } from '../../places/index.ts';
import { type Instant, parseIso } from '../../time/index.ts';
import { PriceFileError } from './price-file-error.ts';

/** EUR/MWh ex VAT from `startAt` on for so many minutes. */
export interface PriceRow {
  readonly area: PriceArea;
  readonly startAt: Instant;
  readonly minutes: 15 | 60;
  readonly eurPerMwh: number;
}

/** One row `zone,start_utc,minutes,eur_per_mwh[,…]`; further columns are ignored. Throws PriceFileError. */
export function parsePriceRow(text: string, line: number): PriceRow {
  const [zone, start = '', minutesText, priceText = ''] = text.split(',').map((cell) => cell.trim());
  const area = priceAreas.find((one) => one === zone);
  if (!area) throw new PriceFileError(line, `zone must be one of ${priceAreas.join(', ')}`);
  const startAt = parseIso(start);
  if (startAt === null) throw new PriceFileError(line, 'start_utc must be like 2025-10-25T22:00Z');
  const minutes = ([15, 60] as const).find((one) => String(one) === minutesText);
  if (!minutes) throw new PriceFileError(line, 'minutes must be 15 or 60');
  if (startAt % (minutes * 60_000) !== 0) {
    throw new PriceFileError(line, 'start_utc must lie on a whole quarter or hour, as minutes says');
  }
  const eurPerMwh = Number(priceText);
  if (priceText === '' || !Number.isFinite(eurPerMwh)) {
    throw new PriceFileError(line, 'eur_per_mwh must be a number');
  }
  return { area, startAt, minutes, eurPerMwh };
}
