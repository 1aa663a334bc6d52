import { type Platform, ServiceError } from '../platform/index.ts';

/** A failing source is a normal day's work: counted and logged, never thrown. */
export function noteSourceFailure(
  platform: Platform,
  source: 'fri-nettleie' | 'digin',
  thrown: unknown,
  gridOwner?: string,
): void {
  platform.metrics.count('tariffs-source-failed');
  if (thrown instanceof ServiceError) {
    const { code, retryAfterSeconds: seconds } = thrown;
    platform.log.warn('tariffs-source-failed', { source, gridOwner, code, seconds });
  } else {
    platform.log.error('tariffs-source-failed', thrown, { source, gridOwner });
  }
}
