import { monthSteps } from '../forecast/index.ts';
import type { Problem, Slot, Vehicle } from '../planning/index.ts';
import {
  HOUR_MS,
  hourStart,
  type Instant,
  isoLocal,
  localDate,
  QUARTER_MS,
  quarterStart,
} from '../time/index.ts';
import type { CarToPlan } from './car-to-plan.ts';
import { carVehicle } from './car-vehicle.ts';
import type { HouseOutlook } from './house-outlook.ts';
import { priceToPlanOn } from './known-prices.ts';
import { clip, type Span } from './quarter-shares.ts';

/** A car that charges whatever is planned: to the others it is part of the house. */
export interface CarLoad extends Span {
  readonly kw: number;
}

/** The one problem of all cars of a home that leave a choice, and what its slots and vehicles stand for. */
export interface HomeProblem {
  readonly problem: Problem;
  readonly startsAt: readonly Instant[];
  readonly cars: readonly CarToPlan[];
  /** The slot that holds `now`. */
  readonly current: number;
  readonly house: HouseOutlook;
}

/**
 * Quarter hours from the one that holds `now` until the last car is to be done; where the capacity fee is weighed, from the clock hour
 * on, because what is behind counts in its mean.
 */
export function homeProblem(
  cars: readonly CarToPlan[],
  house: HouseOutlook,
  loads: readonly CarLoad[],
  now: Instant,
): HomeProblem {
  const firstAt = house.capacity === null ? quarterStart(now) : hourStart(now);
  const untilAt = Math.max(...cars.map((car) => car.untilAt));
  const startsAt = Array.from(
    { length: (untilAt - firstAt) / QUARTER_MS },
    (_, t) => firstAt + t * QUARTER_MS,
  );
  const current = (quarterStart(now) - firstAt) / QUARTER_MS;
  const seesMeter = house.capacity !== null || house.fuseKw !== null;
  const slots = startsAt.map((startAt): Slot => {
    const price = cars[0] && priceToPlanOn(cars[0].basis.prices, startAt);
    const slot = {
      start: isoLocal(startAt),
      minutes: 15,
      importPrice: (price?.oreInclVat ?? 0) / 100,
    } as const;
    return seesMeter ? { ...slot, baseLoadKw: baseLoadKw(startAt, house, loads, now) } : slot;
  });
  const limits = { slots, startsAt, current, house, carCount: cars.length };
  return {
    problem: {
      slots,
      vehicles: cars.map((car): Vehicle => carVehicle(car, limits)),
      ...(house.fuseKw === null ? {} : { fuseKw: house.fuseKw }),
      ...monthOf(house, slots, startsAt),
    },
    ...{ startsAt, cars, current, house },
  };
}

/** The house, the cars that are not planned, and what the cars took in the part of this clock hour that is behind. */
function baseLoadKw(startAt: Instant, house: HouseOutlook, loads: readonly CarLoad[], now: Instant): number {
  const quarter = { fromAt: startAt, untilAt: startAt + QUARTER_MS };
  const loadKw = loads.reduce((sum, load) => {
    const [span] = clip([load], quarter);
    if (span === undefined) return sum;
    // The fuse sees power, not its mean: behind one, a load counts whole in every quarter hour it touches.
    const share = house.fuseKw === null ? (span.untilAt - span.fromAt) / QUARTER_MS : 1;
    return sum + load.kw * share;
  }, 0);
  const quartersBehind = (quarterStart(now) - hourStart(now)) / QUARTER_MS;
  const behindKw =
    startAt < quarterStart(now)
      ? (house.carKwhIn(hourStart(now)) * (HOUR_MS / QUARTER_MS)) / quartersBehind
      : 0;
  return house.loadKw(startAt) + loadKw + behindKw;
}

/**
 * The month as plans should see it: the owner's steps, and what room under them is worth until it ends. A night across a month's end is
 * planned as if all of it were in the month it ends in, with no peaks yet: an approximation, since the evening's hours count for the month
 * behind, where they seldom rise above its three highest days. What is told of the fee is told month by month (planCapacity).
 */
function monthOf(
  { capacity }: HouseOutlook,
  slots: readonly Slot[],
  startsAt: readonly Instant[],
): Partial<Problem> {
  const [first, last] = [startsAt[0], startsAt.at(-1)];
  if (capacity === null || first === undefined || last === undefined) return {};
  const kwhIn = new Map<Instant, number>();
  for (const [t, { baseLoadKw = 0 }] of slots.entries()) {
    const startAt = hourStart(startsAt[t] ?? first);
    kwhIn.set(startAt, (kwhIn.get(startAt) ?? 0) + (baseLoadKw * QUARTER_MS) / HOUR_MS);
  }
  const peaksKw = capacity.peaksOutside(localDate(first), localDate(last)).map(({ kw }) => kw);
  const hours = [...kwhIn].map(([startAt, kw]) => ({ startAt, kw }));
  return monthSteps({ steps: capacity.steps, peaksKw, hours });
}
