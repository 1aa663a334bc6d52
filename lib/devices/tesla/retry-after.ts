import type { HttpAnswer, Platform } from '../../platform/index.ts';

const longestSeconds = 24 * 60 * 60;

/** Seconds to wait: the Retry-After header, in seconds or as an HTTP date (RFC 9110 §10.2.3), else the default. */
export function retryAfterSeconds(platform: Platform, answer: HttpAnswer, defaultSeconds: number): number {
  const header = answer.header('retry-after')?.trim() ?? '';
  const seconds = /^\d+$/.test(header)
    ? Number(header)
    : Math.ceil((Date.parse(header) - platform.clock.now()) / 1000);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), longestSeconds) : defaultSeconds;
}
