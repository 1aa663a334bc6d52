import { percent, perKwh, range } from './amounts.ts';
import type { HeldBack } from './held-back.ts';
import { type CarFacts, NONE_KW, type PlanFacts, SAME_NOK } from './plan-facts.ts';

/** At what prices a car charges, and what it leaves; or why it charges nothing. `isTold`: what keeps it from cheaper slots is told elsewhere. */
export function whyTheseHours(facts: PlanFacts, car: CarFacts, held: HeldBack, isTold: boolean): string {
  if (held.used.length === 0) return whyNothing(car);
  const { leastPrice, mostPrice, leastUnused } = held;
  if (isFlat(facts, held)) {
    return `Every slot costs the same, so ${car.name ?? 'it'} charges ${car.vehicle.prefer ?? 'early'}.`;
  }
  if (held.unused.length === 0 && held.cheaper.length === 0) {
    return `Every slot before departure${car.name === null ? '' : ` of ${car.name}`} is needed, so there is no choice.`;
  }
  const charges = `${car.name ?? 'It'} charges at ${range(leastPrice, mostPrice)} NOK/kWh`;
  if (held.cheaper.length === 0)
    return `${charges}; no slot left out costs less than ${perKwh(leastUnused)}.`;
  return isTold ? `${charges}.` : `${charges}, though it could take more where it is cheaper.`;
}

function isFlat({ morePrice }: PlanFacts, { unused, leastPrice, mostPrice }: HeldBack): boolean {
  const isSame = (price: number) => Math.abs(price - mostPrice) < SAME_NOK;
  return isSame(leastPrice) && unused.every((t) => isSame(morePrice[t] ?? 0));
}

function whyNothing({ name, vehicle, maxKw, row }: CarFacts): string {
  const { soc, targetSoc, arriveSlot, departSlot } = vehicle;
  const whose = name === null ? '' : ` of ${name}`;
  if (row.some((kw) => kw < -NONE_KW))
    return `Nothing needs to be charged${name === null ? '' : ` into ${name}`}.`;
  if (soc >= targetSoc) {
    return `The battery${whose} already has its target, ${percent(targetSoc)}: nothing needs to be charged.`;
  }
  if (arriveSlot === departSlot) {
    return `${name ?? 'The car'} leaves when it arrives: nothing can be charged.`;
  }
  const isKept = maxKw.every((kw) => kw <= NONE_KW) && (vehicle.minKw ?? 0) > vehicle.maxKw;
  if (isKept) return `${name ?? 'The car'} takes no less than its charger can give: nothing can be charged.`;
  return `Nothing can be charged${name === null ? '' : ` into ${name}`}.`;
}
