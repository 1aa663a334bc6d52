import { type Platform, parseJsonAnswer, ServiceError } from '../../platform/index.ts';
import type { GridTariff } from '../../tariffs/index.ts';
import type { LocalDate } from '../../time/index.ts';
import { statusError } from '../status-error.ts';
import { tariffAnswer } from './answer-schema.ts';
import { dayTariff } from './day-tariff.ts';

/** The key of Elvia in the open repository and in our store. */
export const ELVIA = 'elvia';

/**
 * The tariff of a day from Elvia's own API (DIGIN 1.0); null where it is not there yet. `range` is the day seen from now.
 * Throws ServiceError where Elvia cannot be asked or believed.
 */
export async function askElvia(
  platform: Platform,
  apiKey: string,
  range: 'today' | 'tomorrow',
  date: LocalDate,
): Promise<GridTariff | null> {
  const query = new URLSearchParams({ TariffKey: platform.setting('ELVIA_TARIFF_NAME'), Range: range });
  const answer = await platform.http.send({
    method: 'GET',
    url: `${platform.setting('ELVIA_TARIFF_URL')}/digin/api/1.0/tariffquery?${query}`,
    headers: { 'x-api-key': apiKey, accept: 'application/json' },
  });
  if (answer.status === 404) return null;
  if (answer.status !== 200) throw statusError(answer);
  const [told, ...others] = parseJsonAnswer(answer, tariffAnswer).gridTariffCollections;
  if (others.length > 0) throw new ServiceError('bad-answer', { retryable: true });
  return told ? dayTariff(told.gridTariff, date) : null;
}
