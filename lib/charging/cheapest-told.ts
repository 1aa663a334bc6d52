import { checkPlan, type Plan } from '../planning/index.ts';
import { atOnceRows } from './at-once-rows.ts';
import { currentsOf } from './currents-of.ts';
import { fuseCarries } from './fuse-carries.ts';
import type { HomeProblem } from './home-problem.ts';
import { monthsOf } from './months-of.ts';
import { feeRiseNok } from './plan-capacity.ts';
import type { Currents } from './round-to-amperes.ts';
import type { Planner, Solved } from './solve-home.ts';

interface Candidate {
  readonly home: HomeProblem;
  readonly solved: Solved;
  readonly currents: Currents;
  readonly share: number;
}

/** What is carried out, and how sure that is the cheapest. NOK as they are paid. */
export interface Told {
  readonly told: Currents;
  readonly roomNok: number;
  readonly gapNok: number;
}

/** Costs and energies below this are rounding, NOK and kWh. */
const nothing = 1e-6;

/**
 * The last guard, on what will be told: energy and every month's fee. Charging at once is taken where it comes out cheaper all the same by more than
 * the room that is kept, and across a month's end also the plan that minds no fee: that night the problem knows the old month only as a limit,
 * so the bound is that of energy alone.
 */
export async function cheapestTold(
  { home, solved, currents, share }: Candidate,
  planner: Planner,
): Promise<Told> {
  const isOneMonth = monthsOf(home.startsAt).length <= 1;
  const feeless = isOneMonth ? null : await planner(home.withoutFee);
  const boundNok = feeless?.lowerBoundNok ?? solved.paid.lowerBoundNok;
  const planned = { told: currents, roomNok: solved.roomNok };
  const others = [
    feeless && currentsOf(withoutFee(home), feeless.powerKw, share),
    {
      powerKw: atOnceRows(home, currents.powerKw),
      ampere: currents.ampere.map((row) => row.map(() => null)),
    },
  ].flatMap((told) => (told === null ? [] : [{ told, roomNok: 0 }]));
  const best = [planned, ...others].reduce((cheapest, one) =>
    isBetter(home, one, cheapest) ? one : cheapest,
  );
  return { ...best, gapNok: Math.max(0, toldNok(home, best.told.powerKw) - best.roomNok - boundNok) };
}

function withoutFee(home: HomeProblem): HomeProblem {
  return { ...home, problem: home.withoutFee, asPaid: home.withoutFee };
}

type One = Pick<Told, 'told' | 'roomNok'>;

function isBetter(home: HomeProblem, one: One, than: One): boolean {
  const [is, was] = [
    checkPlan(home.withoutFee, one.told.powerKw),
    checkPlan(home.withoutFee, than.told.powerKw),
  ];
  if (is.violations.length > 0 || !fuseCarries(home, one.told)) return false;
  if (Math.abs(is.shortfallKwh - was.shortfallKwh) > missedKwh) return is.shortfallKwh < was.shortfallKwh;
  const nok = ({ told, roomNok }: One) => toldNok(home, told.powerKw) - roomNok;
  return nok(one) < nok(than) - nothing;
}

/** What a driver would notice, kWh: half a percent of a battery. */
const missedKwh = 0.05;

function toldNok(home: HomeProblem, powerKw: Plan['powerKw']): number {
  return checkPlan(home.withoutFee, powerKw).parts.energyNok + feeRiseNok(home, powerKw);
}
