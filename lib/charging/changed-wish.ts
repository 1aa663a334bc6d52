import type { WouldCostChange } from '../homes/index.ts';
import { HOUR_MS, QUARTER_MS } from '../time/index.ts';
import type { CarToPlan } from './car-to-plan.ts';
import { priceToPlanOn } from './known-prices.ts';

const fivePercent = 0.05;

/** The car with one wish changed; null where that is no change, or nothing that could be planned. */
type Change = (car: CarToPlan) => CarToPlan | null;

export const changedWish: Readonly<Record<WouldCostChange, Change>> = {
  'ready-hour-earlier': (car) =>
    car.untilAt - HOUR_MS > car.basis.now ? { ...car, untilAt: car.untilAt - HOUR_MS } : null,
  'ready-hour-later': (car) => (isPricedOn(car) ? { ...car, untilAt: car.untilAt + HOUR_MS } : null),
  'five-percent-less': (car) => {
    const targetSoc = car.basis.targetSoc - fivePercent;
    return targetSoc > car.soc ? { ...car, basis: { ...car.basis, targetSoc } } : null;
  },
  unbroken: (car) => (wishesOf(car).unbroken ? null : wishing(car, { unbroken: true })),
  'with-breaks': (car) => (wishesOf(car).unbroken ? wishing(car, { unbroken: false }) : null),
  'no-reserve': (car) => (car.soc < wishesOf(car).reserveSoc ? wishing(car, { reserveSoc: 0 }) : null),
  'no-price-limit': (car) =>
    wishesOf(car).priceLimitOre === null ? null : wishing(car, { priceLimitOre: null }),
};

function wishesOf({ basis }: CarToPlan): CarToPlan['basis']['vehicle']['wishes'] {
  return basis.vehicle.wishes;
}

function wishing(car: CarToPlan, other: Partial<ReturnType<typeof wishesOf>>): CarToPlan {
  const vehicle = { ...car.basis.vehicle, wishes: { ...wishesOf(car), ...other } };
  return { ...car, basis: { ...car.basis, vehicle } };
}

/** Whether the hour after its last quarter has prices as well. */
function isPricedOn({ basis, untilAt }: CarToPlan): boolean {
  for (let startAt = untilAt; startAt < untilAt + HOUR_MS; startAt += QUARTER_MS) {
    if (priceToPlanOn(basis.prices, startAt) === undefined) return false;
  }
  return true;
}
