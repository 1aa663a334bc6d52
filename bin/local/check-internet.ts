import { settings } from '../../lib/wiring.ts';
import { UsageError } from '../usage-error.ts';

const LONGEST_WAIT_MS = 5_000;

/** Throws UsageError where the source of the real prices is out of reach: better told now than shown as a night without prices. */
export async function checkInternet(): Promise<void> {
  const { host } = new URL(settings.HVAKOSTERSTROMMEN_URL);
  try {
    await fetch(settings.HVAKOSTERSTROMMEN_URL, {
      method: 'HEAD',
      signal: AbortSignal.timeout(LONGEST_WAIT_MS),
    });
  } catch {
    throw new UsageError(`--live: ${host} cannot be reached; is there internet? (--prices FILE needs none)`);
  }
}
