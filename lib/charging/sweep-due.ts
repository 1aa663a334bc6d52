import { dueCustomers } from '../homes/index.ts';
import type { Platform } from '../platform/index.ts';
import { sendAll } from './send-all.ts';

/** The quarter-hour tick: whoever is due gets a message. What an earlier message lost, this one finds. */
export async function sweepDue(platform: Platform): Promise<void> {
  const sent = await sendAll(dueCustomers(platform, platform.clock.now()), ({ customerId, withdrawing }) =>
    platform.send(withdrawing ? 'forgetting' : 'charging', { customerId }),
  );
  platform.metrics.count('HomesDue', sent);
}
