import { monthSteps } from '../forecast/index.ts';
import { type CapacityStep, checkPlan, type Problem, type Slot } from '../planning/index.ts';
import { HOUR_MS, hourStart, type Instant, localDate, QUARTER_MS } from '../time/index.ts';
import type { Block } from './blocks-of.ts';
import type { CapacityOutlook } from './house-outlook.ts';
import { monthsOf } from './months-of.ts';

/** How many of a month's days the fee averages. */
const averaged = 3;

/** A problem under the month's capacity fee. */
export interface Fees {
  /** With what room under the steps is worth until the month ends. */
  readonly withRoom: Problem;
  readonly paid: Problem;
}

/**
 * The month as plans should see it: the owner's steps, the peaks of its other days, and what room under the steps is worth. A night across a
 * month's end has two fees, and a problem has one: the new month's. The old month's evening is then kept below where its own fee would rise, and
 * what it draws counts for nothing in the new one.
 */
export function feesOf(
  problem: Problem,
  capacity: CapacityOutlook | null,
  startsAt: readonly Instant[],
): Fees {
  const months = monthsOf(startsAt);
  const newest = months.at(-1);
  if (capacity === null || newest === undefined) return { withRoom: problem, paid: problem };
  const peaksKw = peaksOf(capacity, startsAt, newest);
  const { capacitySteps, monthTopPeaksKw } = monthSteps({
    ...{ steps: capacity.steps, peaksKw },
    hours: hoursOf(problem.slots, startsAt, newest),
  });
  const [old] = months.length > 1 ? months : [];
  const seen =
    old === undefined ? problem : withoutOld(problem, mostKw(problem, capacity, startsAt, old), old);
  const share = old === undefined ? 1 : shareOfDays(startsAt, newest);
  const scaled = (steps: readonly CapacityStep[]) =>
    steps.map(({ uptoKw, nokPerMonth }) => ({ uptoKw: uptoKw * share, nokPerMonth }));
  return {
    withRoom: { ...seen, monthTopPeaksKw, capacitySteps: scaled(capacitySteps) },
    paid: { ...seen, monthTopPeaksKw, capacitySteps: scaled(capacity.steps) },
  };
}

function peaksOf(capacity: CapacityOutlook, startsAt: readonly Instant[], { from, until }: Block): number[] {
  const [first = 0, last = 0] = [startsAt[from], startsAt[until - 1]];
  return capacity.peaksOutside(localDate(first), localDate(last)).map(({ kw }) => kw);
}

/** The clock hours of these slots, as the house alone fills them. */
function hoursOf(slots: readonly Slot[], startsAt: readonly Instant[], { from, until }: Block) {
  const kwhIn = new Map<Instant, number>();
  for (let t = from; t < until; t += 1) {
    const startAt = hourStart(startsAt[t] ?? 0);
    kwhIn.set(startAt, (kwhIn.get(startAt) ?? 0) + ((slots[t]?.baseLoadKw ?? 0) * QUARTER_MS) / HOUR_MS);
  }
  return [...kwhIn].map(([startAt, kw]) => ({ startAt, kw }));
}

/** The mean is taken of the old month's days as well, which draw nothing: the steps' ends shrink as it does. */
function shareOfDays(startsAt: readonly Instant[], { from }: Block): number {
  const days = (instants: readonly Instant[]) => new Set(instants.map((at) => localDate(at))).size;
  return Math.min(averaged, days(startsAt.slice(from))) / Math.min(averaged, days(startsAt));
}

/** What house and cars may draw together in the old month's hours so that its fee stays what the house alone makes it. */
function mostKw(
  { slots, vehicles }: Problem,
  capacity: CapacityOutlook,
  startsAt: readonly Instant[],
  old: Block,
): number {
  const peaksKw = peaksOf(capacity, startsAt, old);
  const hours = hoursOf(slots, startsAt, old).map(({ kw }) => kw);
  const rises = (kw: number) => {
    const [slot] = slots.slice(old.from);
    if (slot === undefined) return false;
    const hour = { ...slot, minutes: 60, baseLoadKw: Math.max(...hours) } as const;
    const month = { slots: [hour], vehicles: [], capacitySteps: capacity.steps, monthTopPeaksKw: peaksKw };
    const [car] = vehicles;
    if (car === undefined) return false;
    const alone = { ...car, arriveSlot: 0, departSlot: 1, slotMaxKw: undefined, milestones: undefined };
    const moreKw = Math.max(0, kw - hour.baseLoadKw);
    return checkPlan({ ...month, vehicles: [alone] }, [[moreKw]]).parts.capacityNok > 0;
  };
  const aloneKw = Math.max(...hours);
  let [low, high] = [aloneKw, aloneKw + vehicles.reduce((sum, { maxKw }) => sum + maxKw, 0)];
  if (!rises(high)) return high;
  for (let i = 0; i < halvings; i += 1) {
    const middle = (low + high) / 2;
    if (rises(middle)) high = middle;
    else low = middle;
  }
  return low;
}

/** Down to a watt. */
const halvings = 16;

/** The old month's slots: no import that the fee could see, each car's power within what is free. */
function withoutOld(problem: Problem, mostKwThere: number, { from, until }: Block): Problem {
  const { slots, vehicles, fuseKw = Number.POSITIVE_INFINITY } = problem;
  const isOld = (t: number) => t >= from && t < until;
  const allKw = vehicles.reduce((sum, { maxKw }) => sum + maxKw, 0);
  const freeKw = (t: number) =>
    Math.max(0, Math.min(mostKwThere, fuseKw) - (slots[t]?.baseLoadKw ?? 0)) / vehicles.length;
  return {
    ...problem,
    slots: slots.map((slot, t) => {
      if (!isOld(t)) return slot;
      return { ...slot, baseLoadKw: 0, solarKw: allKw, exportPrice: slot.importPrice };
    }),
    vehicles: vehicles.map((vehicle) => {
      const limits = vehicle.slotMaxKw ?? slots.map(() => vehicle.maxKw);
      return { ...vehicle, slotMaxKw: limits.map((kw, t) => (isOld(t) ? Math.min(kw, freeKw(t)) : kw)) };
    }),
  };
}
