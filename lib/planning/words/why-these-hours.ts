import { percent, range } from './amounts.ts';
import type { HeldBack } from './held-back.ts';
import { type CarFacts, NONE_KW, type PlanFacts, SAME_NOK } from './plan-facts.ts';

/** At what prices a car charges, and what it leaves; or why it charges nothing. */
export function whyTheseHours(facts: PlanFacts, car: CarFacts, held: HeldBack): string {
  if (held.used.length === 0) return whyNothing(car);
  const { used, unused, leastPrice, mostPrice, leastUnused, cheaper } = held;
  const it = car.name ?? 'it';
  const price = (t: number) => facts.morePrice[t] ?? 0;
  const isFlat =
    mostPrice - leastPrice < SAME_NOK && unused.every((t) => Math.abs(price(t) - mostPrice) < SAME_NOK);
  const when = car.vehicle.prefer === 'late' ? 'late' : 'early';
  if (isFlat && used.length + unused.length > 0)
    return `Every slot costs the same, so ${it} charges ${when}.`;
  if (unused.length === 0 && cheaper.length === 0) {
    const whose = car.name === null ? '' : ` of ${car.name}`;
    return `Every slot before departure${whose} is needed, so there is no choice.`;
  }
  const charges = `${car.name ?? 'It'} charges at ${range(leastPrice, mostPrice)} NOK/kWh`;
  if (cheaper.length > 0) return `${charges}, though it could take more where it is cheaper.`;
  return `${charges}; no slot left out costs less than ${leastUnused.toFixed(3)}.`;
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
