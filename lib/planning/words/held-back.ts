import { type CarFacts, NONE_KW, type PlanFacts, SAME_NOK } from './plan-facts.ts';

/** Where a car charges, and what cheaper slots it leaves. */
export interface HeldBack {
  /** Slots it charges in. */
  readonly used: readonly number[];
  /** The last of the dearest of them; −1 where it charges nothing. */
  readonly dearest: number;
  readonly leastPrice: number;
  readonly mostPrice: number;
  /** Slots it could charge in and does not. */
  readonly unused: readonly number[];
  /** What the cheapest of those costs; Infinity where there is none. */
  readonly leastUnused: number;
  /** Slots it could take more in by itself that cost less than the dearest it uses: something else holds it back. */
  readonly cheaper: readonly number[];
}

export function heldBack({ morePrice, lessPrice }: PlanFacts, { row, maxKw, vehicle }: CarFacts): HeldBack {
  const there = [...row.keys()].slice(vehicle.arriveSlot, vehicle.departSlot);
  const kwAt = (t: number) => row[t] ?? 0;
  const used = there.filter((t) => kwAt(t) > NONE_KW);
  const unused = there.filter((t) => Math.abs(kwAt(t)) <= NONE_KW && (maxKw[t] ?? 0) > NONE_KW);
  const paid = used.map((t) => lessPrice[t] ?? 0);
  const mostPrice = Math.max(...paid);
  const hasRoom = (t: number) => kwAt(t) >= -NONE_KW && kwAt(t) < (maxKw[t] ?? 0) - NONE_KW;
  return {
    used,
    unused,
    dearest: used[paid.lastIndexOf(mostPrice)] ?? -1,
    leastPrice: Math.min(...paid),
    mostPrice,
    leastUnused: Math.min(...unused.map((t) => morePrice[t] ?? 0)),
    cheaper: there.filter((t) => hasRoom(t) && (morePrice[t] ?? 0) < mostPrice - SAME_NOK),
  };
}
