import { checkPlan, type Plan } from '../planning/index.ts';
import { asTaken } from './as-taken.ts';
import type { HomeProblem } from './home-problem.ts';

/** Powers below this are rounding, kW; costs likewise, NOK. */
const noKw = 1e-6;
const sameCostNok = 1e-3;

/**
 * Trickles drawn together: where hours cost the same, a plan for cars that take any power spreads a little over all of them, and no car takes
 * so little. The same energy at the end of those hours, next to what follows, at full power or at the least the car takes.
 */
export function gathered(home: HomeProblem, powerKw: Plan['powerKw']): Plan['powerKw'] {
  let rows = powerKw;
  for (const v of home.cars.keys()) {
    const leastKw = leastOf(home, v);
    for (const slots of trickles(home, rows[v] ?? [], leastKw)) {
      rows = cheapestOf(
        home,
        rows,
        [Number.POSITIVE_INFINITY, leastKw].map((kw) => drawnTogether(home, rows, { v, slots, kw })),
      );
    }
  }
  return rows;
}

function cheapestOf(
  home: HomeProblem,
  rows: Plan['powerKw'],
  others: readonly Plan['powerKw'][],
): Plan['powerKw'] {
  const was = checkPlan(home.problem, rows);
  const found = others.find((candidate) => {
    const is = checkPlan(home.problem, candidate);
    const isSame = is.costNok <= was.costNok + sameCostNok && is.shortfallKwh <= was.shortfallKwh + noKw;
    return is.violations.length === 0 && isSame;
  });
  return found ?? rows;
}

/** Slots of one price that follow one another, each charged in with less than the car takes at the least. */
function trickles({ problem }: HomeProblem, row: readonly number[], leastKw: number): number[][] {
  const found: number[][] = [];
  for (const [t, kw] of row.entries()) {
    if (kw <= noKw || kw >= leastKw - noKw) continue;
    const last = found.at(-1)?.at(-1);
    const goesOn = last === t - 1 && problem.slots[last]?.importPrice === problem.slots[t]?.importPrice;
    if (goesOn) found.at(-1)?.push(t);
    else found.push([t]);
  }
  return found.filter((slots) => slots.length > 1);
}

/** From the last of these slots backwards, as much as fits in each. */
function drawnTogether(
  { problem, meter }: HomeProblem,
  rows: Plan['powerKw'],
  { v, slots, kw }: { v: number; slots: readonly number[]; kw: number },
): Plan['powerKw'] {
  const vehicle = problem.vehicles[v];
  const row = [...(rows[v] ?? [])];
  let left = slots.reduce((sum, t) => sum + (row[t] ?? 0), 0);
  for (const t of slots.toReversed()) {
    const othersKw = rows.reduce((sum, other, i) => sum + (i === v ? 0 : (other[t] ?? 0)), 0);
    const freeKw = (problem.fuseKw ?? Number.POSITIVE_INFINITY) - (meter[t]?.baseLoadKw ?? 0) - othersKw;
    const most = Math.min(vehicle?.maxKw ?? 0, vehicle?.slotMaxKw?.[t] ?? kw, kw, Math.max(0, freeKw));
    row[t] = Math.min(most, left);
    left -= row[t] ?? 0;
  }
  return left > noKw ? rows : rows.map((other, i) => (i === v ? row : other));
}

function leastOf({ problem, cars }: HomeProblem, v: number): number {
  const vehicle = problem.vehicles[v];
  return vehicle === undefined ? 0 : (asTaken(vehicle, cars[v]).minKw ?? 0);
}
