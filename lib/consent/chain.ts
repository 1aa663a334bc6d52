import { sha256Hex } from '../platform/index.ts';
import type { ConsentEvent, EventDraft } from './consent-event.ts';

/** Gives a draft its place after `previous` (null: the first) and the hash that binds both. */
export function linkEvent(draft: EventDraft, previous: ConsentEvent | null): ConsentEvent {
  const event = {
    ...draft,
    schemaVersion: 1 as const,
    sequence: (previous?.sequence ?? 0) + 1,
    previousSha256: previous?.sha256 ?? null,
  };
  return { ...event, sha256: hashOf(event) };
}

/** Where a chain is broken: the first sequence number that is not what it must be. */
type ChainVerdict = { readonly whole: true } | { readonly whole: false; readonly brokenAt: number };

/**
 * Whether the events are one unbroken chain from the first on: none edited, removed, added or moved. A chain cannot know
 * that its newest entries are missing; who holds a later entry's hash (a receipt, a backup) passes it as `head`.
 */
export function verifyChain(events: readonly ConsentEvent[], head?: string): ChainVerdict {
  let previous: ConsentEvent | null = null;
  for (const [index, event] of events.entries()) {
    if (!follows(event, previous)) return { whole: false, brokenAt: index + 1 };
    previous = event;
  }
  const ends = head === undefined || previous?.sha256 === head;
  return ends ? { whole: true } : { whole: false, brokenAt: events.length + 1 };
}

function follows(event: ConsentEvent, previous: ConsentEvent | null): boolean {
  const { sha256, ...rest } = event;
  return (
    event.sequence === (previous?.sequence ?? 0) + 1 &&
    event.previousSha256 === (previous?.sha256 ?? null) &&
    (previous === null || event.consentRef === previous.consentRef) &&
    sha256 === hashOf(rest)
  );
}

function hashOf(event: Omit<ConsentEvent, 'sha256'>): string {
  return sha256Hex(canonicalJson(event));
}

/** JSON with the keys of every object in order, because a store gives a map back in any order. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
