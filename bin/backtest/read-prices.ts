import type { Spot } from '../../lib/forecast/index.ts';
import type { PriceArea } from '../../lib/places/index.ts';
import { parseIso, QUARTER_MS } from '../../lib/time/index.ts';
import { UsageError } from '../usage-error.ts';
import { type Row, readTable } from './read-table.ts';

/** Day-ahead prices lie between -500 and 5000 at most (harmonised limits of the European coupling); beyond is a slip of the unit. */
const MOST_EUR_PER_MWH = 5000;
const COLUMNS = ['zone', 'start_utc', 'minutes', 'eur_per_mwh'];

/** Spot prices of an area by quarter hour, ascending. A row of an hour is four quarters of its price. Throws UsageError. */
export async function readPrices(file: string, area: PriceArea, nokPerEur: number): Promise<Spot[]> {
  const quarters = new Map<number, number>();
  for await (const row of readTable('--prices', file, COLUMNS)) {
    if (row.cell('zone') !== area) continue;
    const { startAt, untilAt, eurPerMwh } = priceOf(row);
    for (let at = startAt; at < untilAt; at += QUARTER_MS) {
      if (quarters.has(at)) throw row.wrong('this time already has a price further up');
      // EUR/MWh to øre/kWh.
      quarters.set(at, (eurPerMwh * nokPerEur) / 10);
    }
  }
  if (quarters.size === 0) throw new UsageError(`--prices: the file has no prices of ${area}`);
  const ascending = [...quarters].sort(([a], [b]) => a - b);
  return ascending.map(([startAt, spotOrePerKwh]) => ({ startAt, spotOrePerKwh }));
}

function priceOf(row: Row) {
  const minutes = Number(row.cell('minutes'));
  if (minutes !== 15 && minutes !== 60) throw row.wrong('minutes must be 15 or 60');
  const startAt = parseIso(row.cell('start_utc'));
  if (startAt === null || startAt % (minutes * 60_000) !== 0)
    throw row.wrong('start_utc must be a whole quarter or hour, like 2025-10-25T22:00Z');
  const text = row.cell('eur_per_mwh');
  const eurPerMwh = Number(text);
  if (text === '' || !Number.isFinite(eurPerMwh)) throw row.wrong('eur_per_mwh must be a number');
  if (Math.abs(eurPerMwh) > MOST_EUR_PER_MWH)
    throw row.wrong(`eur_per_mwh must be from -${MOST_EUR_PER_MWH} to ${MOST_EUR_PER_MWH}`);
  return { startAt, untilAt: startAt + minutes * 60_000, eurPerMwh };
}
