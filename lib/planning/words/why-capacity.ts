import { stepOf } from '../problem/model-capacity.ts';
import { checkPlan } from '../proof/check.ts';
import { kw, nok, number } from './amounts.ts';
import { cheapestQuarters } from './cheapest-quarters.ts';
import type { HeldBack } from './held-back.ts';
import { FULL_KWH, hourHeadroom } from './hour-headroom.ts';
import type { PlanFacts } from './plan-facts.ts';

const NOTHING_NOK = 0.005;

/** Which step of the month's capacity fee is passed, and which is kept at the price of dearer hours. */
export function whyCapacity(facts: PlanFacts, held: readonly HeldBack[]): string[] {
  const { capacity } = facts.model;
  if (!capacity) return [];
  return [...whyPassed(facts, capacity), ...whyKept(facts, held, capacity)];
}

type Capacity = NonNullable<PlanFacts['model']['capacity']>;

function whyPassed({ check, plan }: PlanFacts, { steps, aloneStep }: Capacity): string[] {
  const { demandKw, demandAloneKw, parts } = check;
  const step = steps[aloneStep];
  if (parts.capacityNok < NOTHING_NOK || !step) return [];
  const why = plan.status === 'bounded' ? '' : '; no plan that keeps below reaches as much for less';
  return [
    `The month's demand goes from ${number(demandAloneKw)} to ${kw(demandKw)}, past the step up to ${kw(step.uptoKw)}: the fee rises by ${nok(parts.capacityNok)}${why}.`,
  ];
}

/** Kept: a full hour that is cheaper than one that is used; and what these cheaper hours would have cost in all, where they can be had. */
function whyKept(facts: PlanFacts, held: readonly HeldBack[], { steps, hourOfSlot }: Capacity): string[] {
  const { check, model, cars } = facts;
  const headroom = held.some(({ cheaper }) => cheaper.length > 0) ? hourHeadroom(facts) : null;
  const isKept = held.some(({ cheaper, dearest }) =>
    cheaper.some(
      (t) => hourOfSlot[t] !== hourOfSlot[dearest] && (headroom?.[hourOfSlot[t] ?? 0] ?? 1) <= FULL_KWH,
    ),
  );
  const k = stepOf(steps, check.demandKw - 1e-9);
  const [step, next] = [steps[k], steps[k + 1]];
  if (!isKept || !step || !next) return [];
  const kept = `It spreads the charging to keep the month's demand at ${kw(check.demandKw)}, in the step up to ${kw(step.uptoKw)}`;
  const other = checkPlan(model.problem, cheapestQuarters(facts, cars));
  const feeNok = other.parts.capacityNok - check.parts.capacityNok;
  const energyNok = check.parts.energyNok - other.parts.energyNok;
  if (other.violations.length > 0 || feeNok < NOTHING_NOK || energyNok < 0) {
    return [`${kept}: the next one costs ${nok(next.nokPerMonth - step.nokPerMonth)} more.`];
  }
  return [
    `${kept}: the cheapest hours alone would save ${nok(energyNok)} of energy and raise the fee by ${nok(feeNok)}.`,
  ];
}
