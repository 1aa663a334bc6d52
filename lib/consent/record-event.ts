import { type Platform, ServiceError } from '../platform/index.ts';
import { linkEvent } from './chain.ts';
import type { ConsentEvent, EventDraft } from './consent-event.ts';
import { readEvents, writeEvent } from './store.ts';

const TRIES = 5;

/**
 * Appends to the chain. What can happen only once (withdrawn, revoked, erased) is found again instead of written twice,
 * so a step that is repeated after a crash leaves one entry.
 * Throws `withdrawal-in-progress` where something would be given after the withdrawal: that chain is closed.
 */
export async function recordEvent(platform: Platform, draft: EventDraft): Promise<ConsentEvent> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const events = await readEvents(platform, draft.consentRef);
    if (draft.event === 'given' && events.some(({ event }) => event === 'withdrawn')) {
      throw new ServiceError('withdrawal-in-progress');
    }
    const there = events.find(({ event }) => event === draft.event && event !== 'given');
    if (there !== undefined) return there;
    const event = linkEvent(draft, events.at(-1) ?? null);
    if (await writeEvent(platform, event)) return event;
  }
  throw new ServiceError('stale-write', { retryable: true });
}
