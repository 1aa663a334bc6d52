import { TOLERANCE } from '../proof/check-vehicle.ts';
import { kw, nok } from './amounts.ts';
import type { HeldBack } from './held-back.ts';
import { type CarFacts, NONE_KW, type PlanFacts } from './plan-facts.ts';

/** One unbroken block, the price of a start, the least power: what keeps a car from cheaper hours by the shape of its charging. */
export function whyBlocks(facts: PlanFacts, car: CarFacts, held: HeldBack): string[] {
  if (held.cheaper.length === 0) return [];
  if (car.vehicle.oneBlock) return whyOneBlock(car, held);
  return [...whyFewStarts(facts, car, held), ...whyLeastPower(car, held)];
}

/** As starts are counted: a hair of power holds a car on. */
const isOn = (row: readonly number[], t: number) => (row[t] ?? 0) > TOLERANCE;

function whyOneBlock({ row, name }: CarFacts, { cheaper }: HeldBack): string[] {
  const isPassed = cheaper.some((t) => !isOn(row, t));
  return isPassed ? [`${name ?? 'It'} charges in one unbroken block, past cheaper hours.`] : [];
}

/** Where leaving the dearest slot, or using a cheaper one, would be another start. */
function whyFewStarts({ model }: PlanFacts, { row, name, check }: CarFacts, held: HeldBack): string[] {
  const isInside = isOn(row, held.dearest - 1) && isOn(row, held.dearest + 1);
  const isApart = (t: number) => [t - 1, t, t + 1].every((near) => !isOn(row, near));
  if (model.startPenaltyNok <= 0 || !(isInside || held.cheaper.some(isApart))) return [];
  const times = check.starts === 1 ? 'once' : `${check.starts} times`;
  return [
    `A start costs ${nok(model.startPenaltyNok)}, so ${name ?? 'it'} starts only ${times}, past cheaper hours.`,
  ];
}

function whyLeastPower({ vehicle: { minKw = 0 }, row, name }: CarFacts, { dearest }: HeldBack): string[] {
  if (minKw <= NONE_KW || (row[dearest] ?? 0) > minKw + NONE_KW) return [];
  return [
    `${name ?? 'It'} takes ${kw(minKw)} or nothing, so it charges that at a dearer hour where less would do.`,
  ];
}
