import { type ErrorCode, type HttpAnswer, type Platform, ServiceError } from '../../platform/index.ts';
import { errorText } from './error-text.ts';
import { retryAfterSeconds } from './retry-after.ts';

interface Rule {
  readonly status: number;
  /** Matched against the lower-case error text; a rule without one takes every text. */
  readonly says?: RegExp;
  readonly code: ErrorCode;
}

/*
 * Tesla's answers in the room's words, first match wins. 401 is read after one refresh; what is not listed is
 * `vendor-down` from 499 up and `misconfigured` below: the operator's to look at, never the end of a grant.
 */
const rules: readonly Rule[] = [
  { status: 401, says: /mobile.access.disabled/, code: 'needs-owner-action' },
  { status: 401, says: /login.required/, code: 'needs-reauth' },
  { status: 401, code: 'vendor-down' },
  { status: 403, says: /missing scopes/, code: 'needs-reauth' },
  { status: 403, says: /unsupported vehicle/, code: 'unsupported' },
  { status: 404, code: 'vehicle-removed' },
  { status: 408, code: 'asleep' },
  { status: 422, code: 'unsupported' },
  { status: 424, code: 'vendor-down' },
  { status: 429, code: 'rate-limited' },
  { status: 500, says: /key has not been paired/, code: 'needs-owner-action' },
  // 503 is also how a car that did not answer shows.
  { status: 503, says: /vehicle (is )?(unavailable|offline|asleep)/, code: 'asleep' },
];

const retryableCodes: readonly ErrorCode[] = ['asleep', 'rate-limited', 'vendor-down'];
const rateLimitSeconds = 60;

/** The canonical error of an answer that is not 2xx. Carries nothing of the answer but Retry-After. */
export function apiError(platform: Platform, answer: HttpAnswer): ServiceError {
  const code = canonicalCode(answer);
  const asksToWait = code === 'rate-limited' || answer.header('retry-after') !== null;
  return new ServiceError(code, {
    retryable: retryableCodes.includes(code),
    retryAfterSeconds: asksToWait ? retryAfterSeconds(platform, answer, rateLimitSeconds) : undefined,
  });
}

function canonicalCode(answer: HttpAnswer): ErrorCode {
  const text = errorText(answer);
  const rule = rules.find(({ status, says }) => status === answer.status && (says?.test(text) ?? true));
  return rule?.code ?? (answer.status >= 499 ? 'vendor-down' : 'misconfigured');
}
