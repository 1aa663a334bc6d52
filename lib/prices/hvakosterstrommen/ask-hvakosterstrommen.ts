import type { PriceArea } from '../../places/index.ts';
import { type Platform, parseJsonAnswer } from '../../platform/index.ts';
import type { LocalDate } from '../../time/index.ts';
import { coverDay } from '../price-block.ts';
import { type SourceAnswer, statusError } from '../source-answer.ts';
import { blocksOf, priceObjects, rateOf } from './price-objects.ts';

/**
 * Day-ahead prices and the day's exchange rate from hvakosterstrommen.no: one static file per area and day, 404 until
 * it exists. One hobby host: whoever calls this takes care to call it seldom.
 */
export async function askHvakosterstrommen(
  platform: Platform,
  area: PriceArea,
  date: LocalDate,
): Promise<SourceAnswer> {
  const [year, month, day] = date.split('-');
  const url = `${platform.setting('HVAKOSTERSTROMMEN_URL')}/api/v1/prices/${year}/${month}-${day}_${area}.json`;
  const answer = await platform.http.send({ method: 'GET', url, headers: { accept: 'application/json' } });
  if (answer.status === 404) return { kind: 'not-yet' };
  if (answer.status !== 200) throw statusError(answer);
  const objects = parseJsonAnswer(answer, priceObjects);
  const cover = coverDay(date, blocksOf(objects));
  // The file exists: an empty one is a broken day, not a day to come.
  if (typeof cover === 'string') return { kind: 'partial' };
  return { kind: 'whole', eurPerMwh: cover, nokPerEur: rateOf(objects) };
}
