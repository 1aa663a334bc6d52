/**
 * The one error the service throws on purpose. The message is the code: no payload, no input, no URL, no name ever
 * rides on an error, because errors end in logs, queues and answers.
 */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly code: ErrorCode;
  /** True where the same call may succeed later without anybody changing anything. */
  readonly retryable: boolean;
  /** Seconds the other side asked us to wait (HTTP Retry-After). */
  readonly retryAfterSeconds: number | undefined;
  /** The name of the request field that is wrong; never its value. */
  readonly field: string | undefined;

  constructor(
    code: ErrorCode,
    options: { retryable?: boolean; retryAfterSeconds?: number | undefined; field?: string | undefined } = {},
  ) {
    super(code);
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.field = options.field;
  }
}

export type ErrorCode =
  // what an app can be told (lib/platform/problem.ts maps each to a status)
  | 'invalid-request'
  | 'unknown-field'
  | 'not-signed-in'
  | 'body-too-large'
  | 'unsupported-media-type'
  | 'not-found'
  | 'conflict'
  | 'home-missing'
  | 'consent-text-outdated'
  | 'link-expired'
  | 'postcode-unknown'
  | 'metering-point-invalid'
  | 'metering-point-unknown'
  | 'grid-owner-unknown'
  | 'withdrawal-in-progress'
  // what a provider can answer, in our words (docs: provider-neutral canonical errors)
  | 'needs-reauth'
  | 'vehicle-removed'
  | 'needs-owner-action'
  | 'asleep'
  | 'vehicle-state'
  | 'rate-limited'
  | 'unsupported'
  | 'vendor-down'
  | 'misconfigured'
  // what the machinery can meet
  | 'http-timeout'
  | 'http-unreachable'
  | 'bad-answer'
  | 'stale-write'
  | 'setting-missing'
  | 'sealed-text-unreadable'
  | 'forbidden-by-wiring'
  | 'no-prices'
  | 'unexpected';

/** Narrows an unknown thrown value to a ServiceError; anything foreign becomes `unexpected` without its message. */
export function asServiceError(thrown: unknown): ServiceError {
  return thrown instanceof ServiceError ? thrown : new ServiceError('unexpected', { retryable: true });
}
