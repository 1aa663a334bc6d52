import { Budget, BudgetSpent } from '../budget.ts';
import { cheapestSchedule, type Schedule } from './cheapest-schedule.ts';
import { type CostToGo, costToGo, type ToGoOptions } from './cost-to-go.ts';
import { type Stage, stagesOf } from './stages.ts';
import type { OnOffTask } from './task.ts';
import { bestPotential, type Potential } from './worth-of-energy.ts';

/** How far above the potential's bound the first look goes, NOK, and how much further each next one. */
const FIRST_NOK = 0.02;
const FURTHER = 4;
const FURTHEST_NOK = 1e9;
/** Where a goal must be met a kWh may be worth so much, NOK: more than prices that prove a step impossible. */
const MOST_WORTH = 1e9;
/** What rounding may come to in sums over all slots, NOK. */
const ROUNDING_NOK = 1e-6;
/** Where the search had to end early, a schedule is made with so many pieces at most in each slot. */
const FEW_PIECES = 32;
const FEW_UNITS_PER_SLOT = 1000;
/** What a move costs to make, units. */
const MOVE_UNITS = 1;

export interface OnOffSearch {
  /** No schedule costs less: proved by a search that left nothing out. Infinity: there is none. */
  readonly boundNok: number;
  /** Null where there is none, none below the cutoff, or none was found. Where the search ended it is the cheapest. */
  readonly schedule: Schedule | null;
  /** What the schedule costs, NOK: the bound, but for rounding, where the search ended. */
  readonly nok: number;
  /** False where the budget ended it. */
  readonly ended: boolean;
}

export interface SearchOptions {
  /** Schedules that cost more are of no interest. */
  readonly cutoffNok?: number;
  readonly budget?: Budget;
  /** A schedule is made even where the search ends early. */
  readonly always?: boolean;
}

/**
 * The cheapest schedule of one on/off car. The best worth of a kWh gives a first lower bound; then everything that could cost up to a
 * little more is searched, and further and further until a schedule is found. What a look that found nothing covered is proved
 * empty, so the bound stands even where the budget ends the search.
 */
export function searchOnOff(task: OnOffTask, options: SearchOptions = {}): OnOffSearch {
  const { cutoffNok = Number.POSITIVE_INFINITY, budget = new Budget(), always = false } = options;
  const stages = stagesFor(task, budget);
  const potential = potentialOf(task, stages, budget);
  const fewUnits = always ? FEW_UNITS_PER_SLOT * task.mostKwh.length : 0;
  let boundNok = potential.boundNok - ROUNDING_NOK;
  for (let further = FIRST_NOK; further < FURTHEST_NOK && boundNok < cutoffNok; further *= FURTHER) {
    const mostNok = Math.min(cutoffNok, potential.boundNok + further);
    const found = look(task, stages, potential, { mostNok, budget: budget.keeping(fewUnits) });
    if (!found) {
      const rough = { mostNok: cutoffNok, budget: budget.part(fewUnits), mostPieces: FEW_PIECES };
      return { ...((always && look(task, stages, potential, rough)) || nothing), boundNok, ended: false };
    }
    if (found.nok <= mostNok) return { ...found, boundNok: found.nok - ROUNDING_NOK, ended: true };
    boundNok = mostNok - ROUNDING_NOK;
    if (mostNok === cutoffNok) return { ...nothing, boundNok, ended: true };
  }
  return { ...nothing, boundNok: boundNok < cutoffNok ? Number.POSITIVE_INFINITY : boundNok, ended: true };
}

/** What no schedule costs less than, without a search. */
export function quickBound(task: OnOffTask, budget: Budget): number {
  return potentialOf(task, stagesFor(task, budget), budget).boundNok - ROUNDING_NOK;
}

const nothing = { schedule: null, nok: Number.POSITIVE_INFINITY };

function stagesFor(task: OnOffTask, budget: Budget): Stage[] {
  const stages = stagesOf(task);
  budget.spend(MOVE_UNITS * stages.reduce((count, { moves }) => count + moves.length, 0));
  return stages;
}

function potentialOf(task: OnOffTask, stages: readonly Stage[], budget: Budget): Potential {
  const needKwh = Math.min(leastAtEnd(task), task.roomKwh);
  const mostWorth = task.goals.reduce((most, { nokPerKwh }) => Math.max(most, nokPerKwh ?? MOST_WORTH), 0);
  return bestPotential(stages, needKwh, task.roomKwh, mostWorth, budget);
}

/** What a battery that only fills holds once, it holds at the end. */
function leastAtEnd({ goals, floorKwh, mostKwh }: OnOffTask): number {
  const lasting = floorKwh < 0 ? goals.filter(({ slot }) => slot === mostKwh.length) : goals;
  return lasting.reduce((most, { kwh }) => Math.max(most, kwh), floorKwh);
}

/** Null where the budget is spent. */
function look(task: OnOffTask, stages: readonly Stage[], potential: Potential, options: ToGoOptions) {
  const toGo = tried(() => costToGo(task, stages, potential, options));
  if (!toGo) return null;
  const nok = toGo[0]?.[0]?.at(0) ?? Number.POSITIVE_INFINITY;
  return { nok, schedule: nok <= options.mostNok ? cheapestSchedule(task, stages, toGo) : null };
}

function tried(search: () => CostToGo): CostToGo | null {
  try {
    return search();
  } catch (error) {
    if (error instanceof BudgetSpent) return null;
    throw error;
  }
}
