import { checkPlan } from '../planning/index.ts';
import { drawnKw, fuseCarries } from './fuse-carries.ts';
import type { HomeProblem } from './home-problem.ts';
import type { Currents } from './round-to-amperes.ts';
import { startPenaltyNok } from './solve-home.ts';

/** A change of current while the car charges is one call to it, NOK: less than a start, more than the øre that a finer current saves. */
const changeNok = 0.15;
/** A car is given no more commands a day than its budget (budget.ts); beyond so many in a plan the last of them might not be sent, NOK for each. */
const mostCalls = 12;
const tooManyNok = 5;
/** Powers below this are rounding, kW. */
const nothing = 1e-6;

/** What a schedule costs, with what calls are held to be worth; endless where it cannot be carried out. */
export function worthNok(home: HomeProblem, currents: Currents, mostMissingKwh: number): number {
  const { violations, shortfallKwh, parts, starts } = checkPlan(home.problem, currents.powerKw);
  if (violations.length > 0 || shortfallKwh > mostMissingKwh) return Number.POSITIVE_INFINITY;
  if (!fuseCarries(home, currents)) return Number.POSITIVE_INFINITY;
  const calls = home.cars.map((_, v) => callsOf(home, currents, v));
  const sum = (of: (one: (typeof calls)[number]) => number) => calls.reduce((all, one) => all + of(one), 0);
  const callsNok =
    (starts + sum(({ pauses }) => pauses)) * startPenaltyNok + sum(({ changes }) => changes) * changeNok;
  const tooMany = sum(({ changes, pauses }) => Math.max(0, changes + 2 * pauses - mostCalls));
  return parts.energyNok + parts.capacityNok + callsNok + tooMany * tooManyNok;
}

/** Changes of current inside a stretch, and quarter hours inside it that are charged in only in part: it pauses there and starts again. */
function callsOf(home: HomeProblem, currents: Currents, v: number): { changes: number; pauses: number } {
  const row = currents.powerKw[v] ?? [];
  const ampere = currents.ampere[v] ?? [];
  const isOn = (t: number) => (row[t] ?? 0) > nothing;
  let [changes, pauses] = [0, 0];
  for (const [t, kw] of row.entries()) {
    if (!isOn(t) || !isOn(t - 1)) continue;
    if (ampere[t] !== ampere[t - 1]) changes += 1;
    if (isOn(t + 1) && kw < drawnKw(home, currents, v, t) - nothing) pauses += 1;
  }
  return { changes, pauses };
}
