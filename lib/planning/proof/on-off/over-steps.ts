import type { Model } from '../../problem/model.ts';
import { demandOf, type ModelCapacity, stepOf } from '../../problem/model-capacity.ts';
import type { Budget } from '../budget.ts';
import type { Schedule } from './cheapest-schedule.ts';
import { dayLimits, peaksOf } from './day-limits.ts';
import type { OneCarLooks } from './one-car-looks.ts';
import { hourAllowances, stepKw } from './step-allowances.ts';
import { type Look, withinStep } from './within-step.ts';

/** Nearer than this to the best plan a step is not worth a search, NOK. */
const PROVED_NOK = 5e-4;

export interface StepsOptions {
  readonly looks: OneCarLooks;
  readonly budget: Budget;
  /** How often the days of a step are divided anew before its search ends unfinished. */
  readonly mostLooks: number;
}

export interface OverSteps {
  readonly found: Schedule;
  readonly boundNok: number;
}

/** A capacity step with what is known of the plans within it: none costs less. */
interface Step {
  readonly at: number;
  readonly riseNok: number;
  boundNok: number;
  seen: 'nothing' | 'bound' | 'all';
}

/**
 * The cheapest plan over all capacity steps, the rise of the fee included. `free` is the cheapest without them: no plan within a step costs
 * less but for its fee. Always the step that could be the cheapest is looked at, first by a quick bound, then by a search; what holds for
 * a step holds for all below it, and most are never searched.
 */
export function overSteps(
  model: Model,
  capacity: ModelCapacity,
  free: Look<Schedule>,
  options: StepsOptions,
): OverSteps | null {
  if (!free.found || !free.kwhOfHour) return null;
  const freeStep = stepOf(capacity.steps, demandOf(capacity, free.kwhOfHour));
  let best = { found: free.found, nok: free.foundNok + riseOf(capacity, freeStep) };
  const above = free.boundNok + riseOf(capacity, freeStep);
  const steps = stepsBelow(capacity, freeStep, free.boundNok);
  for (;;) {
    const step = steps.reduce<Step | null>(
      (a, b) => (b.seen !== 'all' && !(a && a.boundNok <= b.boundNok) ? b : a),
      null,
    );
    if (!step || step.boundNok >= best.nok - PROVED_NOK || options.budget.isSpent) break;
    if (step.seen === 'nothing') {
      raise(steps, step, options.looks.quickBound(allowancesOf(model, capacity, options.looks, step.at)));
      step.seen = 'bound';
      continue;
    }
    const search = searchStep(model, capacity, step, best.nok, options);
    step.seen = 'all';
    raise(steps, step, search?.boundNok ?? Number.POSITIVE_INFINITY);
    if (search?.found && search.foundNok + step.riseNok < best.nok)
      best = { found: search.found, nok: search.foundNok + step.riseNok };
  }
  const boundNok = steps.reduce((least, step) => Math.min(least, step.boundNok), above);
  return { found: best.found, boundNok: Math.min(boundNok, best.nok) };
}

/** From the house's own up. Of steps with the same fee the last is as good as all. */
function stepsBelow(capacity: ModelCapacity, freeStep: number, freeNok: number): Step[] {
  const steps: Step[] = [];
  for (let at = capacity.aloneStep; at < freeStep; at += 1) {
    const riseNok = riseOf(capacity, at);
    if (at + 1 < freeStep && riseOf(capacity, at + 1) <= riseNok) continue;
    steps.push({ at, riseNok, boundNok: freeNok + riseNok, seen: 'nothing' });
  }
  return steps;
}

/** No plan within the step costs less, its fee apart, nor within any step below. */
function raise(steps: readonly Step[], { at }: Step, energyNok: number): void {
  for (const step of steps)
    if (step.at <= at) step.boundNok = Math.max(step.boundNok, energyNok + step.riseNok);
}

function searchStep(
  model: Model,
  capacity: ModelCapacity,
  step: Step,
  bestNok: number,
  { mostLooks, looks, budget }: StepsOptions,
) {
  const uptoKw = capacity.steps[step.at]?.uptoKw ?? 0;
  const options = {
    leastPeaksKw: leastPeaks(capacity, looks),
    uptoKw,
    cutoffNok: bestNok - step.riseNok,
    mostLooks,
    budget,
  };
  return withinStep<Schedule>(capacity, options, (limits, cutoffNok) =>
    looks.within(hourAllowances(model, capacity, limits), cutoffNok),
  );
}

/** What clock hours may buy where each day gets all that the step leaves. */
function allowancesOf(model: Model, capacity: ModelCapacity, looks: OneCarLooks, step: number) {
  const limits = dayLimits(capacity, leastPeaks(capacity, looks), stepKw(capacity, step));
  return hourAllowances(model, capacity, limits);
}

function leastPeaks(capacity: ModelCapacity, looks: OneCarLooks): number[] {
  return peaksOf(capacity, looks.leastKwhOfHour());
}

function riseOf({ steps, aloneNok }: ModelCapacity, step: number): number {
  return (steps[step]?.nokPerMonth ?? 0) - aloneNok;
}
