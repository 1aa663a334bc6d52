import { allAtOnce } from '../engines/charge-at-once.ts';
import type { Model } from '../problem/model.ts';
import type { Plan } from '../problem/problem.ts';
import { checkPlan } from '../proof/check.ts';
import { kwh, nok } from './amounts.ts';
import { type HeldBack, heldBack } from './held-back.ts';
import { type CarFacts, type PlanFacts, planFacts } from './plan-facts.ts';
import { whyBlocks } from './why-blocks.ts';
import { whyCapacity } from './why-capacity.ts';
import { whyDischarge } from './why-discharge.ts';
import { whyFuse } from './why-fuse.ts';
import { whyMissing } from './why-missing.ts';
import { whyOrder } from './why-order.ts';
import { whyPastTarget } from './why-past-target.ts';
import { whySun } from './why-sun.ts';
import { whyTheseHours } from './why-these-hours.ts';

/** Less than this, NOK, is not worth a sentence. */
const NOTHING_NOK = 0.005;
/** The contract compares shortfalls to this, kWh. */
const NOTHING_KWH = 1e-4;

/** An engine whose answer could not be used, and why. */
interface PassedOver {
  readonly solver: string;
  readonly reason: string;
}

/**
 * What decided the plan, in a few English sentences. Each is about these powers and this problem and is said only where it holds: no
 * sentence repeats what an engine had in mind. `leastShortfallKwh`: so much is proved to be missing whatever the plan.
 */
export function explain(
  model: Model,
  plan: PlanFacts['plan'],
  passedOver: readonly PassedOver[] = [],
  leastShortfallKwh = Number.POSITIVE_INFINITY,
): Plan['explanation'] {
  const facts = planFacts(model, plan);
  const unproved = unprovedMissing(facts, leastShortfallKwh);
  const held = facts.cars.map((car) => heldBack(facts, car));
  // Where no engine gave a plan, nothing but the order of arrival decided it.
  const shared = plan.solver === 'none' ? [] : [...whyFuse(facts, held), ...whyCapacity(facts, held)];
  return [
    ...passedOver.map(({ solver, reason }) => `The ${solver} engine was passed over: ${reason}.`),
    ...(plan.solver === 'none' ? [noEngine(facts.cars.length)] : []),
    ...facts.cars.flatMap((car) => whyMissing(facts, car)),
    ...unproved,
    ...facts.cars.flatMap((car, v) => aboutCar(facts, car, held[v], shared.length > 0)),
    ...shared,
    ...whySun(facts),
    ...atOnce(facts, held),
    ...facts.cars.flatMap((car) => whyPastTarget(facts, car)),
    ...(isGapTold(plan, unproved) ? [`Another plan could be ${nok(plan.gapNok)} cheaper at most.`] : []),
  ];
}

/** Which of several cars gets what they keep from each other is not always searched to the end. */
function unprovedMissing({ check: { shortfallKwh } }: PlanFacts, leastKwh: number): string[] {
  if (shortfallKwh <= leastKwh + NOTHING_KWH) return [];
  return [`${kwh(shortfallKwh)} are missing in all; whether less could be missing is not proved.`];
}

/** Without a gap worth a word, what is not proved is only what is missing. */
function isGapTold({ status, gapNok }: PlanFacts['plan'], unproved: readonly string[]): boolean {
  return status === 'bounded' && (unproved.length === 0 || gapNok >= NOTHING_NOK);
}

function aboutCar(facts: PlanFacts, car: CarFacts, held: HeldBack | undefined, isShared: boolean): string[] {
  if (!held) return [];
  const reasons =
    facts.plan.solver === 'none' ? [] : [...whyOrder(facts, car, held), ...whyBlocks(facts, car, held)];
  const isTold = isShared || reasons.length > 0;
  return [whyTheseHours(facts, car, held, isTold), ...reasons, ...whyDischarge(facts, car)];
}

function noEngine(cars: number): string {
  return `No engine gave a usable answer, so ${cars > 1 ? 'the cars charge' : 'the car charges'} at once.`;
}

function atOnce({ model, check }: PlanFacts, held: readonly HeldBack[]): string[] {
  if (held.every(({ used }) => used.length === 0)) return [];
  const saved = checkPlan(model.problem, allAtOnce(model)).costNok - check.costNok;
  return saved >= NOTHING_NOK ? [`Charging at once would cost ${nok(saved)} more.`] : [];
}
