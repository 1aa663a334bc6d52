import { Budget, BudgetSpent } from '../budget.ts';
import { cheapestSchedule, type Schedule } from './cheapest-schedule.ts';
import { type CostToGo, costToGo } from './cost-to-go.ts';
import { stagesOf } from './stages.ts';
import type { OnOffTask } from './task.ts';
import { bestPotential } from './worth-of-energy.ts';

/** How far above the potential's bound the first look goes, NOK, and how much further each next one. */
const FIRST_NOK = 0.02;
const FURTHER = 4;
const FURTHEST_NOK = 1e9;
/** Where a goal must be met a kWh may be worth so much, NOK: more than prices that prove a step impossible. */
const MOST_WORTH = 1e9;
/** What rounding may come to in sums over all slots, NOK. */
const ROUNDING_NOK = 1e-6;

export interface OnOffSearch {
  /** No schedule costs less: proved by a search that left nothing out. Infinity: there is none. */
  readonly boundNok: number;
  /** Costs exactly that (but for rounding); null where there is none, none below the cutoff, or the search had to end early. */
  readonly schedule: Schedule | null;
  /** False where the budget ended it. */
  readonly ended: boolean;
}

export interface SearchOptions {
  /** Schedules that cost more are of no interest. */
  readonly cutoffNok?: number;
  readonly budget?: Budget;
}

/**
 * The cheapest schedule of one on/off car. The best worth of a kWh gives a first lower bound; then everything that could cost up to a
 * little more is searched, and further and further until a schedule is found. What a look that found nothing covered is proved
 * empty, so the bound stands even where the budget ends the search.
 */
export function searchOnOff(task: OnOffTask, options: SearchOptions = {}): OnOffSearch {
  const { cutoffNok = Number.POSITIVE_INFINITY, budget = new Budget() } = options;
  const stages = stagesOf(task);
  const needKwh = leastAtEnd(task);
  const mostWorth = task.goals.reduce((most, { nokPerKwh }) => Math.max(most, nokPerKwh ?? MOST_WORTH), 0);
  const potential = bestPotential(stages, Math.min(needKwh, task.roomKwh), task.roomKwh, mostWorth, budget);
  let boundNok = potential.boundNok - ROUNDING_NOK;
  for (let further = FIRST_NOK; further < FURTHEST_NOK && boundNok < cutoffNok; further *= FURTHER) {
    const mostNok = Math.min(cutoffNok, potential.boundNok + further);
    const toGo = tried(() => costToGo(task, stages, potential, mostNok, budget));
    if (!toGo) return { boundNok, schedule: null, ended: false };
    const nok = toGo[0]?.[0]?.at(0) ?? Number.POSITIVE_INFINITY;
    if (nok <= mostNok) {
      return { boundNok: nok - ROUNDING_NOK, schedule: cheapestSchedule(task, stages, toGo), ended: true };
    }
    boundNok = mostNok - ROUNDING_NOK;
    if (mostNok === cutoffNok) return { boundNok, schedule: null, ended: true };
  }
  return {
    boundNok: boundNok < cutoffNok ? Number.POSITIVE_INFINITY : boundNok,
    schedule: null,
    ended: true,
  };
}

/** What a battery that only fills holds once, it holds at the end. */
function leastAtEnd({ goals, floorKwh, mostKwh }: OnOffTask): number {
  const lasting = floorKwh < 0 ? goals.filter(({ slot }) => slot === mostKwh.length) : goals;
  return lasting.reduce((most, { kwh }) => Math.max(most, kwh), floorKwh);
}

function tried(search: () => CostToGo): CostToGo | null {
  try {
    return search();
  } catch (error) {
    if (error instanceof BudgetSpent) return null;
    throw error;
  }
}
