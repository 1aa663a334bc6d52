import { isPlain } from '../problem/is-plain.ts';
import type { Model } from '../problem/model.ts';
import type { Budget } from '../proof/budget.ts';
import { leastOnOffPlan, type OnOffPlan } from '../proof/least-on-off-plan.ts';
import { givenKwh } from '../proof/on-off/one-car-looks.ts';
import type { Answer, Engine } from './engine.ts';
import { holdOn } from './hold-on.ts';

/**
 * One car that takes at least so much when it takes anything, whose starts cost, that charges in one block or feeds the house: the search
 * of the proof itself, which leaves nothing out. Null for other homes, and where it found no plan.
 */
export const onOff: Engine = {
  name: 'milp',
  solve(model: Model, budget?: Budget) {
    if (model.cars.length !== 1 || isPlain(model)) return null;
    return answerOf(model, leastOnOffPlan(model, budget));
  },
};

/** What a search found, as powers; null where it found nothing. */
export function answerOf(model: Model, { kwh, on }: OnOffPlan): Answer | null {
  const [car] = model.cars;
  if (!car || !kwh || !on) return null;
  const row = Array.from(
    kwh,
    (energy, t) => (energy < 0 ? givenKwh(car, energy) : energy) / (model.hours[t] ?? 1),
  );
  if (model.startPenaltyNok > 0 || car.oneBlock) holdOn(model, 0, row, on);
  return { powerKw: [row] };
}
