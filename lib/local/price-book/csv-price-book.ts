import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type PriceArea, priceAreas } from '../../places/index.ts';
import { type Instant, type LocalDate, localDate, QUARTER_MS, quartersOfDay } from '../../time/index.ts';
import { type PriceRow, parsePriceRow } from './csv-row.ts';
import type { BookedDay, PriceBook } from './price-book.ts';
import { PriceFileError } from './price-file-error.ts';

export interface CsvPriceBook {
  readonly book: PriceBook;
  /** First whole Europe/Oslo day of an area; null where the file has none. */
  firstDate(area: PriceArea): LocalDate | null;
  lastDate(area: PriceArea): LocalDate | null;
}

const HEADER = ['zone', 'start_utc', 'minutes', 'eur_per_mwh'];

/** Which row tells a quarter's price. */
type Quarters = Map<Instant, PriceRow>;

/**
 * Reads prices from a file of `zone,start_utc,minutes,eur_per_mwh[,…]` (EUR/MWh ex VAT), rows in any order. A day that is
 * not whole is not in the book. Throws PriceFileError, which names the line, and what the file system throws.
 */
export async function csvPriceBook(filePath: string): Promise<CsvPriceBook> {
  const told = await readRows(filePath);
  const dates = new Map(priceAreas.map((area) => [area, wholeDates(told.get(area))]));
  return {
    book: (area, date) => (dates.get(area)?.includes(date) ? bookedDay(told.get(area), date) : null),
    firstDate: (area) => dates.get(area)?.at(0) ?? null,
    lastDate: (area) => dates.get(area)?.at(-1) ?? null,
  };
}

async function readRows(filePath: string): Promise<Map<PriceArea, Quarters>> {
  const told = new Map<PriceArea, Quarters>(priceAreas.map((area) => [area, new Map()]));
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(filePath, 'utf8') })) {
    line += 1;
    if (line === 1) checkHeader(text);
    else if (text.trim() !== '') tell(told, parsePriceRow(text, line), line);
  }
  if (line === 0) checkHeader('');
  return told;
}

function checkHeader(text: string): void {
  const names = text
    .replace('\ufeff', '')
    .split(',')
    .map((name) => name.trim());
  if (HEADER.some((name, i) => names[i] !== name)) {
    throw new PriceFileError(1, `the first line must begin ${HEADER.join(',')}`);
  }
}

function tell(told: Map<PriceArea, Quarters>, row: PriceRow, line: number): void {
  const quarters = told.get(row.area);
  for (let at = row.startAt; at < row.startAt + row.minutes * 60_000; at += QUARTER_MS) {
    if (quarters?.has(at)) throw new PriceFileError(line, 'this time already has a price further up');
    quarters?.set(at, row);
  }
}

/** Ascending. */
function wholeDates(quarters: Quarters = new Map()): LocalDate[] {
  const dates = new Set([...quarters.keys()].map(localDate));
  return [...dates].filter((date) => quartersOfDay(date).every((at) => quarters.has(at))).sort();
}

/** Quarters; hours where the file has nothing finer for the day. */
function bookedDay(quarters: Quarters = new Map(), date: LocalDate): BookedDay {
  const rows = quartersOfDay(date).flatMap((at) => quarters.get(at) ?? []);
  const hours = [...new Set(rows)];
  const minutes = hours.every((row) => row.minutes === 60) ? 60 : 15;
  return { minutes, eurPerMwh: (minutes === 60 ? hours : rows).map((row) => row.eurPerMwh) };
}
