import type { Instant } from '../../time/index.ts';

export type LimitedCall = 'data' | 'command' | 'wake';

/** Per device and account, shared by all the owner's apps. */
const perMinute: Readonly<Record<LimitedCall, number>> = { data: 60, command: 30, wake: 3 };
const minuteMs = 60_000;

export interface LimitAnswer {
  readonly isAllowed: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** A sliding minute on the injected clock. */
export class RateLimits {
  private readonly calls = new Map<string, Instant[]>();

  take(vin: string, call: LimitedCall, now: Instant): LimitAnswer {
    const key = `${vin} ${call}`;
    const recent = (this.calls.get(key) ?? []).filter((at) => at > now - minuteMs);
    const limit = perMinute[call];
    const isAllowed = recent.length < limit;
    this.calls.set(key, isAllowed ? [...recent, now] : recent);
    const resetSeconds = Math.ceil(((recent[0] ?? now) + minuteMs - now) / 1000);
    return {
      isAllowed,
      headers: {
        'ratelimit-limit': String(limit),
        'ratelimit-remaining': String(Math.max(limit - recent.length - 1, 0)),
        'ratelimit-reset': String(resetSeconds),
        ...(isAllowed ? {} : { 'retry-after': String(resetSeconds) }),
      },
    };
  }
}
