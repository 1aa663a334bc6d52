import type { Platform } from '../platform/index.ts';
import { refreshDays } from './digin/refresh-days.ts';
import { refreshFiles } from './fri-nettleie/refresh-files.ts';

/** `fri-nettleie`: the open repository of all grid owners. `digin`: an owner's own API, day by day (Elvia). */
export type TariffSource = 'fri-nettleie' | 'digin';

/**
 * One run over a source. What it says is checked, and the last good version kept; what a run leaves undone the next one
 * does. Throws (retryable) only where our own store fails.
 */
export async function refreshTariffs(
  platform: Platform,
  { source }: { source: TariffSource },
): Promise<void> {
  await (source === 'digin' ? refreshDays(platform) : refreshFiles(platform));
}
