import { type HttpAnswer, ServiceError } from '../platform/index.ts';

/**
 * What an HTTP status that carries no tariffs means. GitHub says 403 as well as 429 when its hourly limit is used up, with a
 * header that tells the two kinds of 403 apart (docs.github.com, rate limits for the REST API).
 */
export function statusError(answer: HttpAnswer): ServiceError {
  if (answer.status === 429 || (answer.status === 403 && isUsedUp(answer))) {
    const seconds = Number.parseInt(answer.header('retry-after') ?? '', 10);
    const retryAfterSeconds = Number.isNaN(seconds) ? undefined : seconds;
    return new ServiceError('rate-limited', { retryable: true, retryAfterSeconds });
  }
  if (answer.status === 401 || answer.status === 403) return new ServiceError('misconfigured');
  return new ServiceError(answer.status >= 500 ? 'vendor-down' : 'bad-answer', { retryable: true });
}

function isUsedUp(answer: HttpAnswer): boolean {
  return answer.header('x-ratelimit-remaining') === '0' || answer.header('retry-after') !== null;
}
