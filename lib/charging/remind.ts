import type { Platform } from '../platform/index.ts';
import { type Instant, QUARTER_MS } from '../time/index.ts';

/**
 * A message that arrives when the home is due, where that is within a quarter hour. What is later, or falls on the quarter
 * hour itself, the tick finds: two messages for one moment would be one invocation too many, for every home.
 */
export async function remind(platform: Platform, customerId: string, dueAt: Instant): Promise<void> {
  const waitMs = dueAt - platform.clock.now();
  if (waitMs > QUARTER_MS || dueAt % QUARTER_MS === 0) return;
  await platform.send('charging', { customerId }, Math.max(1, Math.ceil(waitMs / 1000)));
}
