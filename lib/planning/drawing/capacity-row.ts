import { stepOf } from '../problem/model-capacity.ts';
import type { CapacityStep, Problem } from '../problem/problem.ts';
import type { PlanCheck } from '../proof/check.ts';
import type { SummaryRow } from './draw-summary.ts';
import { kw, nok, number } from './tied-amounts.ts';

/** A demand within this of a step's top, kW, is in the step: less than a meter counts. */
const METER_KW = 1e-9;

/** What the cars do to the month's demand and its fee, in words. */
export function capacityRow({ capacitySteps: steps = [] }: Problem, check: PlanCheck): SummaryRow[] {
  if (steps.length === 0) return [];
  const { demandKw, demandAloneKw, parts } = check;
  const [alone, now] = [demandAloneKw, demandKw].map((demand) => steps[stepOf(steps, demand - METER_KW)]);
  if (!alone || !now) return [];
  const goes =
    Math.abs(demandKw - demandAloneKw) < 0.005
      ? `the month's demand stays ${kw(demandKw)}`
      : `the month's demand goes from ${number(demandAloneKw)} to ${kw(demandKw)}`;
  if (alone === now)
    return [['capacity', `${goes}, still in the step ${reach(now, steps)}: the fee does not rise`]];
  const rise = `the fee ${parts.capacityNok < 0 ? 'falls' : 'rises'} by ${nok(Math.abs(parts.capacityNok))} to ${nok(now.nokPerMonth)}`;
  return [
    ['capacity', `${goes}, from the step ${reach(alone, steps)} to the one ${reach(now, steps)}: ${rise}`],
  ];
}

function reach(step: CapacityStep, steps: readonly CapacityStep[]): string {
  const before = steps.at(-2);
  return step === steps.at(-1) && before ? `above ${kw(before.uptoKw)}` : `up to ${kw(step.uptoKw)}`;
}
