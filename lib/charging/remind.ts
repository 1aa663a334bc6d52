import type { Platform } from '../platform/index.ts';
import { type Instant, QUARTER_MS, quarterStart } from '../time/index.ts';

/**
 * A message that arrives when the home is due, where that is before the next tick; what is later the tick finds, which
 * sends for the whole quarter hour ahead. A message from both would be one invocation too many, for every home.
 */
export async function remind(platform: Platform, customerId: string, dueAt: Instant): Promise<void> {
  const now = platform.clock.now();
  if (dueAt >= quarterStart(now) + QUARTER_MS) return;
  await platform.send('charging', { customerId }, Math.max(1, Math.ceil((dueAt - now) / 1000)));
}
