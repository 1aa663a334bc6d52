import { kw, listed } from './amounts.ts';
import { clockSpans } from './clock-spans.ts';
import type { HeldBack } from './held-back.ts';
import { FULL_KWH, hourHeadroom } from './hour-headroom.ts';
import { NONE_KW, type PlanFacts } from './plan-facts.ts';

/** Where the fuse is full while a car could charge more there, cheaper than it does elsewhere. */
export function whyFuse(facts: PlanFacts, held: readonly HeldBack[]): string[] {
  const { model, evKw, cars } = facts;
  const { fuseKw, slots } = model.problem;
  if (fuseKw === undefined || held.every(({ cheaper }) => cheaper.length === 0)) return [];
  const headroom = hourHeadroom(facts);
  /** In an hour that the capacity step keeps full, the fuse keeps nothing back. */
  const isHourFull = (t: number) => (headroom?.[model.capacity?.hourOfSlot[t] ?? 0] ?? 1) <= FULL_KWH;
  const isFull = (t: number) => (evKw[t] ?? 0) > (model.freeKw[t] ?? 0) - NONE_KW && !isHourFull(t);
  const wanted = new Map<number, number>();
  for (const [v, { cheaper }] of held.entries()) {
    const { row = [], maxKw } = cars[v] ?? {};
    for (const t of cheaper.filter(isFull)) {
      wanted.set(t, (wanted.get(t) ?? 0) + (maxKw?.[t] ?? 0) - (row[t] ?? 0));
    }
  }
  if (wanted.size === 0) return [];
  const when = clockSpans(
    slots,
    [...wanted.keys()].sort((a, b) => a - b),
  );
  const sharing = cars.filter(({ row }) => [...wanted.keys()].some((t) => (row[t] ?? 0) > NONE_KW));
  const more = kw(Math.max(...wanted.values()));
  const shared =
    sharing.length > 1 ? ` is shared by ${listed(sharing.map(({ name }) => name ?? ''))} and` : '';
  return [`The fuse of ${kw(fuseKw)}${shared} is full ${when}, where ${more} more would be taken.`];
}
