import { checkPlan, type Plan } from '../planning/index.ts';
import { sha256Hex } from '../platform/index.ts';
import type { HomeProblem } from './home-problem.ts';

/** How far a start is moved at most, slots: enough to spread a city, and slack is left for what may go wrong. */
const longestShift = 8;
/** Prices that differ by less are one price, NOK/kWh; costs likewise, NOK. */
const samePrice = 1e-9;
const sameCostNok = 1e-3;
/** Powers below this are rounding, kW. */
const noKw = 1e-6;
const minutesOfSlot = 15;

/** Where between 0 and 1 this home lies among all: the same every night, and nothing to know it by. */
export function shareOfHome(customerId: string): number {
  return Number.parseInt(sha256Hex(`stagger/${customerId}`).slice(0, 8), 16) / 2 ** 32;
}

/**
 * The same plan, begun a little later (earlier for a car that is to end late) where the price does not change: cheap hours begin on
 * the same second for a whole city, and its grid would see all its cars at once.
 */
export function staggered(home: HomeProblem, powerKw: Plan['powerKw'], share: number): Plan['powerKw'] {
  let rows = powerKw;
  for (const v of home.cars.keys()) {
    const moved = movedBlock(home, rows[v] ?? [], v, share);
    if (moved === null) continue;
    const candidate = rows.map((row, other) => (other === v ? moved : row));
    if (costsTheSame(home, rows, candidate)) rows = candidate;
  }
  return rows;
}

function costsTheSame({ problem }: HomeProblem, before: Plan['powerKw'], after: Plan['powerKw']): boolean {
  const [was, is] = [checkPlan(problem, before), checkPlan(problem, after)];
  return (
    is.violations.length === 0 &&
    is.costNok <= was.costNok + sameCostNok &&
    is.shortfallKwh <= was.shortfallKwh + noKw &&
    is.starts <= was.starts
  );
}

/** The car's one block at full power, moved by whole minutes inside the hours of its price; null where there is no such block or no room. */
function movedBlock(home: HomeProblem, row: readonly number[], v: number, share: number): number[] | null {
  const vehicle = home.problem.vehicles[v];
  const first = row.findIndex((kw) => kw > noKw);
  const last = row.findLastIndex((kw) => kw > noKw);
  if (vehicle === undefined || first < 0) return null;
  const inside = row.slice(first + 1, last);
  if (inside.some((kw) => kw < vehicle.maxKw - noKw)) return null;
  const plateau = plateauAround(home, first, last, v);
  if (plateau === null) return null;
  const lengthSlots = row.reduce((sum, kw) => sum + kw, 0) / vehicle.maxKw;
  const startsLate = last > first ? first + 1 - (row[first] ?? 0) / vehicle.maxKw : first;
  const isLate = vehicle.prefer === 'late';
  const room = isLate ? startsLate - plateau.first : plateau.end - lengthSlots - startsLate;
  const shift = Math.floor(share * Math.min(longestShift, Math.max(0, room)) * minutesOfSlot) / minutesOfSlot;
  if (shift <= 0) return null;
  const startAt = isLate ? startsLate - shift : startsLate + shift;
  return row.map((_, t) => {
    const overlap = Math.min(t + 1, startAt + lengthSlots) - Math.max(t, startAt);
    return overlap > 0 ? overlap * vehicle.maxKw : 0;
  });
}

/** The slots around the block that cost the same and let the car take full power; null where the block itself does not lie in such. */
function plateauAround(
  { problem, current }: HomeProblem,
  first: number,
  last: number,
  v: number,
): { readonly first: number; readonly end: number } | null {
  const { slots, vehicles } = problem;
  const vehicle = vehicles[v];
  const price = slots[first]?.importPrice ?? 0;
  const belongs = (t: number) =>
    vehicle !== undefined &&
    t > current &&
    t < vehicle.departSlot &&
    (vehicle.slotMaxKw?.[t] ?? vehicle.maxKw) >= vehicle.maxKw &&
    Math.abs((slots[t]?.importPrice ?? Number.NaN) - price) <= samePrice;
  for (let t = first; t <= last; t += 1) if (!belongs(t)) return null;
  let [from, end] = [first, last + 1];
  while (belongs(from - 1)) from -= 1;
  while (belongs(end)) end += 1;
  return { first: from, end };
}
