import { dueCustomers } from '../homes/index.ts';
import type { Platform } from '../platform/index.ts';
import { QUARTER_MS } from '../time/index.ts';
import { sendAll } from './send-all.ts';

/**
 * The quarter-hour tick: whoever is due before the next one gets a message, to arrive when they are. What an earlier
 * message lost, this one finds.
 */
export async function sweepDue(platform: Platform): Promise<void> {
  const now = platform.clock.now();
  const due = dueCustomers(platform, now + QUARTER_MS - 1);
  const sent = await sendAll(due, ({ customerId, nextDueAt, withdrawing }) => {
    const delaySeconds = Math.max(0, Math.ceil((nextDueAt - now) / 1000));
    return platform.send(withdrawing ? 'forgetting' : 'charging', { customerId }, delaySeconds);
  });
  platform.metrics.count('homes-due', sent);
}
