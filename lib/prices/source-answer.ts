import type { PriceArea } from '../places/index.ts';
import { type HttpAnswer, type Platform, ServiceError } from '../platform/index.ts';
import type { LocalDate } from '../time/index.ts';

/** A day told whole: one price per quarter, EUR/MWh ex VAT; the rate where the source tells a believable one. */
export interface WholeDay {
  readonly kind: 'whole';
  readonly eurPerMwh: readonly number[];
  readonly nokPerEur: number | null;
}

/** `not-yet` is normal: prices come around 13:00 the day before, and can be hours late. */
export type SourceAnswer = WholeDay | { readonly kind: 'not-yet' | 'partial' };

/** Asks one source for one area and Europe/Oslo day. Throws ServiceError where the source cannot be asked or believed. */
export type AskSource = (platform: Platform, area: PriceArea, date: LocalDate) => Promise<SourceAnswer>;

/** What an HTTP status that carries no prices means. Knows nothing of the URL, which may hold a token. */
export function statusError(answer: HttpAnswer): ServiceError {
  if (answer.status === 401 || answer.status === 403) return new ServiceError('misconfigured');
  if (answer.status === 429) {
    const seconds = Number.parseInt(answer.header('retry-after') ?? '', 10);
    const retryAfterSeconds = Number.isNaN(seconds) ? undefined : seconds;
    return new ServiceError('rate-limited', { retryable: true, retryAfterSeconds });
  }
  return new ServiceError(answer.status >= 500 ? 'vendor-down' : 'bad-answer', { retryable: true });
}
