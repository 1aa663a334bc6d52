import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkEvent } from '../../lib/consent/chain.ts';
import type { ConsentEvent, EventDraft } from '../../lib/consent/consent-event.ts';
import { verifyChain } from '../../lib/consent/index.ts';

const id = fc.base64String({ minLength: 4, maxLength: 24 });

const draft = (consentRef: string): fc.Arbitrary<EventDraft> =>
  fc.record({
    recordId: id,
    consentRef: fc.constant(consentRef),
    jurisdiction: fc.constant('NO'),
    language: fc.constantFrom('nb', 'en'),
    controller: fc.record({ name: fc.string(), contact: fc.string() }),
    purposes: fc.array(
      fc.record({
        id: fc.constant('smart-charging'),
        basis: fc.string(),
        dataCategories: fc.array(fc.string(), { maxLength: 3 }),
        operations: fc.array(fc.string(), { maxLength: 3 }),
        storage: fc.string(),
        recipients: fc.array(fc.string(), { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    notice: fc.record({ version: fc.string(), sha256: fc.string() }),
    event: fc.constantFrom('given', 'withdrawn', 'revoked', 'erased'),
    at: fc.nat(),
    method: fc.constantFrom('app', 'service'),
    evidence: fc.constant([]),
    erased: fc.option(fc.record({ vehicles: fc.nat(), grants: fc.nat() })),
  });

const chain: fc.Arbitrary<ConsentEvent[]> = id
  .chain((consentRef) => fc.array(draft(consentRef), { minLength: 1, maxLength: 6 }))
  .map((drafts) => {
    const events: ConsentEvent[] = [];
    for (const each of drafts) events.push(linkEvent(each, events.at(-1) ?? null));
    return events;
  });

const chainAndPlace = chain.chain((events) =>
  fc.record({ events: fc.constant(events), at: fc.nat({ max: events.length - 1 }) }),
);

/** Every place in an event where a value stands, as a path of keys. */
function leaves(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (value === null || typeof value !== 'object') return [path];
  const inner = Object.entries(value).flatMap(([key, each]) => leaves(each, [...path, key]));
  return inner.length === 0 ? [path] : inner;
}

function edited<T>(event: T, [key, ...rest]: readonly (string | number)[]): T {
  if (key === undefined) return 'edited' as T;
  const copy = Array.isArray(event) ? [...event] : { ...event };
  const inner = copy as Record<string | number, unknown>;
  inner[key] = edited(inner[key], rest);
  return copy as T;
}

describe('a chain of consent events', () => {
  test('is whole as it was written, also when a store gave the keys back in another order', () => {
    fc.assert(
      fc.property(chain, (events) => {
        expect(verifyChain(events, events.at(-1)?.sha256)).toEqual({ whole: true });
        expect(verifyChain(events.map(withKeysReversed))).toEqual({ whole: true });
      }),
    );
  });

  test('shows any edit of any value', () => {
    fc.assert(
      fc.property(chainAndPlace, fc.nat(), ({ events, at }, pick) => {
        const event = events[at];
        if (event === undefined) return;
        const places = leaves(event);
        const tampered = events.with(at, edited(event, places[pick % places.length] ?? []));
        expect(verifyChain(tampered).whole).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('shows an added field', () => {
    fc.assert(
      fc.property(chainAndPlace, ({ events, at }) => {
        const event = events[at];
        if (event === undefined) return;
        expect(verifyChain(events.with(at, { ...event, note: 'added' } as ConsentEvent)).whole).toBe(false);
      }),
    );
  });

  test('shows a removed event; the newest one to whoever holds its hash', () => {
    fc.assert(
      fc.property(chainAndPlace, ({ events, at }) => {
        const head = events.at(-1)?.sha256;
        const removed = events.toSpliced(at, 1);
        expect(verifyChain(removed, head)).toEqual({ whole: false, brokenAt: at + 1 });
      }),
    );
  });

  test('shows events that changed places', () => {
    fc.assert(
      fc.property(chainAndPlace, fc.nat(), ({ events, at }, pick) => {
        const other = pick % events.length;
        const [a, b] = [events[at], events[other]];
        fc.pre(other !== at && a !== undefined && b !== undefined);
        if (a === undefined || b === undefined) return;
        expect(verifyChain(events.with(at, b).with(other, a)).whole).toBe(false);
      }),
    );
  });

  test('shows an event that was edited and hashed anew: by the next one, the newest by its hash', () => {
    fc.assert(
      fc.property(chainAndPlace, ({ events, at }) => {
        const event = events[at];
        if (event === undefined) return;
        const forged = linkEvent({ ...unhashed(event), at: event.at + 1 }, events[at - 1] ?? null);
        const tampered = events.with(at, forged);
        expect(verifyChain(tampered, events.at(-1)?.sha256)).toEqual({ whole: false, brokenAt: at + 2 });
      }),
    );
  });

  test('shows a gap in the numbers, although the hashes fit', () => {
    fc.assert(
      fc.property(chain, fc.integer({ min: 1, max: 9 }), (events, gap) => {
        const last = events.at(-1);
        if (last === undefined) return;
        const next = linkEvent(unhashed(last), { ...last, sequence: last.sequence + gap });
        expect(verifyChain([...events, next])).toEqual({ whole: false, brokenAt: events.length + 1 });
      }),
    );
  });

  test('shows an event of another customer’s chain in its place', () => {
    fc.assert(
      fc.property(chain, chain, (ours, theirs) => {
        const last = theirs.at(-1);
        fc.pre(last !== undefined && last.consentRef !== ours[0]?.consentRef);
        if (last === undefined) return;
        expect(verifyChain([...ours, last]).whole).toBe(false);
      }),
    );
  });
});

function unhashed({ sha256: _hash, ...event }: ConsentEvent): EventDraft {
  return event;
}

function withKeysReversed<T>(value: T): T {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(withKeysReversed) as T;
  const entries = Object.entries(value).map(([key, inner]) => [key, withKeysReversed(inner)] as const);
  return Object.fromEntries(entries.reverse()) as T;
}
