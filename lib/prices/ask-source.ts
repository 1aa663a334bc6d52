import type { PriceArea } from '../places/index.ts';
import { type ErrorCode, ServiceError } from '../platform/index.ts';
import type { LocalDate } from '../time/index.ts';
import { areBelievable } from './believable-prices.ts';
import { askEntsoe } from './entsoe/ask-entsoe.ts';
import type { FetchRun } from './fetch-run.ts';
import { askHvakosterstrommen } from './hvakosterstrommen/ask-hvakosterstrommen.ts';
import type { PriceSource } from './price-day.ts';
import type { AskSource, WholeDay } from './source-answer.ts';

const sources: Readonly<Record<PriceSource, AskSource>> = {
  entsoe: askEntsoe,
  hvakosterstrommen: askHvakosterstrommen,
};

/** After these nothing but time or an operator will make the source answer. */
const closingCodes: ReadonlySet<ErrorCode> = new Set(['rate-limited', 'misconfigured', 'setting-missing']);

/**
 * A whole and believable day from one source, or null: not there yet, partial, out of range (quarantined: counted and
 * logged, its prices used by nobody) or failed. A failing source is a normal day's work here, so nothing is thrown.
 */
export async function askSource(
  run: FetchRun,
  source: PriceSource,
  area: PriceArea,
  date: LocalDate,
): Promise<WholeDay | null> {
  const { platform, closed } = run;
  if (closed.has(source)) return null;
  try {
    const answer = await sources[source](platform, area, date);
    if (answer.kind === 'not-yet') return null;
    if (answer.kind === 'whole' && areBelievable(answer.eurPerMwh)) return answer;
    const trouble = answer.kind === 'whole' ? 'prices-quarantined' : 'prices-partial';
    platform.metrics.count(trouble);
    platform.log.warn(trouble, { source, area, date });
  } catch (thrown) {
    noteFailure(run, source, area, date, thrown);
  }
  return null;
}

function noteFailure(
  { platform, closed }: FetchRun,
  source: PriceSource,
  area: PriceArea,
  date: LocalDate,
  thrown: unknown,
): void {
  platform.metrics.count('prices-source-failed');
  if (!(thrown instanceof ServiceError)) {
    platform.log.error('prices-source-failed', thrown, { source, area, date });
    return;
  }
  if (closingCodes.has(thrown.code)) closed.add(source);
  platform.log.warn('prices-source-failed', { source, area, date, code: thrown.code });
}
