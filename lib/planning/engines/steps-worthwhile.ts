import type { Model } from '../problem/model.ts';
import type { Budget } from '../proof/budget.ts';
import { checkPlan } from '../proof/check.ts';
import { leastOnOffCost } from '../proof/least-on-off-cost.ts';

/**
 * The capacity steps in which a plan could be cheaper than `guess`: those whose fee is less than what the guess costs above the cars' least
 * cost on their own. All that are not below the house's own where there is no guess.
 */
export function stepsWorthwhile(
  model: Model,
  guess: readonly (readonly number[])[] | null,
  budget?: Budget,
): number[] {
  const { capacity } = model;
  if (!capacity) return [];
  const gives = model.cars.some(({ discharge }) => discharge !== null);
  // Cars that feed the house can lower its fee too.
  const all = Array.from(capacity.steps.keys()).slice(gives ? 0 : capacity.aloneStep);
  if (!guess) return all;
  const { costNok, shortfallKwh } = checkPlan(model.problem, guess);
  const alone = model.cars.reduce((sum, car) => sum + car.leastShortfallKwh, 0);
  const leastNok = shortfallKwh > alone + 1e-6 ? Number.NEGATIVE_INFINITY : aloneCost(model, budget);
  const rise = (step: number) => (capacity.steps[step]?.nokPerMonth ?? 0) - capacity.aloneNok;
  return all.filter((step, i) => i === 0 || leastNok + rise(step) < costNok);
}

/** What the cars cost at least, each on its own, with the whole sun for each. */
function aloneCost(model: Model, budget?: Budget): number {
  const { importPrice, exportPrice, surplusKw, hours } = model;
  const prices = {
    price: importPrice,
    cheap: exportPrice,
    cheapKwh: surplusKw.map((kw, t) => kw * (hours[t] ?? 0)),
  };
  return model.cars.reduce((sum, _, v) => sum + leastOnOffCost(model, v, prices, null, { budget }), 0);
}
