import type { Platform } from '../platform/index.ts';
import { type Instant, QUARTER_MS } from '../time/index.ts';

/** A message that arrives when the home is due, where that is within a quarter hour; what is later the tick finds. */
export async function remind(platform: Platform, customerId: string, dueAt: Instant): Promise<void> {
  const waitMs = dueAt - platform.clock.now();
  if (waitMs > QUARTER_MS) return;
  await platform.send('charging', { customerId }, Math.max(1, Math.ceil(waitMs / 1000)));
}
