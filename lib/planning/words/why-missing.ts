import { kwh, percent } from './amounts.ts';
import type { CarFacts, PlanFacts } from './plan-facts.ts';

const NOTHING_KWH = 1e-4;

/** What is missing of a car's target, reserve and deadlines, and what it is that keeps it from them. */
export function whyMissing({ model, plan, cars }: PlanFacts, car: CarFacts): string[] {
  const missingKwh = car.check.shortfallKwh;
  if (missingKwh <= NOTHING_KWH) return [];
  const { soc, targetSoc, capacityKwh, efficiency, maxKw, arriveSlot, departSlot, ceilingSoc } = car.vehicle;
  const needKwh = ((targetSoc - soc) * capacityKwh) / efficiency;
  const most = (limitKw: (t: number) => number) =>
    model.hours.reduce(
      (sum, hours, t) => sum + (t >= arriveSlot && t < departSlot ? limitKw(t) * hours : 0),
      0,
    );
  const whose = car.name === null ? '' : ` of ${car.name}`;
  const missing = `${kwh(missingKwh)} will be missing`;
  const whatever = plan.status === 'best-effort' && cars.length === 1 ? ', whatever the plan' : '';
  if (ceilingSoc !== undefined && targetSoc > ceilingSoc) {
    return [`The ceiling of ${percent(ceilingSoc)} is below the target${whose}: ${missing}${whatever}.`];
  }
  if (most(() => maxKw) < needKwh)
    return [`The time is too short for the target${whose}: ${missing}${whatever}.`];
  if (most((t) => car.maxKw[t] ?? 0) < needKwh) {
    return [`The hours it may charge in are too few for the target${whose}: ${missing}${whatever}.`];
  }
  if (most((t) => Math.min(car.maxKw[t] ?? 0, model.freeKw[t] ?? 0)) < needKwh) {
    return [`The house leaves too little of the fuse for the target${whose}: ${missing}${whatever}.`];
  }
  return [
    `Not all that is wished can be had in time${whose === '' ? '' : ` for ${car.name}`}: ${missing}${whatever}.`,
  ];
}
