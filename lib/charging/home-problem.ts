import type { Problem, Slot, Vehicle } from '../planning/index.ts';
import { HOUR_MS, hourStart, type Instant, isoLocal, QUARTER_MS, quarterStart } from '../time/index.ts';
import type { CarToPlan } from './car-to-plan.ts';
import { carVehicle } from './car-vehicle.ts';
import { feesOf } from './fees-of.ts';
import type { HouseOutlook } from './house-outlook.ts';
import { priceToPlanOn } from './known-prices.ts';
import { clip, type Span } from './quarter-shares.ts';

/** A car that charges whatever is planned: to the others it is part of the house. */
export interface CarLoad extends Span {
  readonly kw: number;
}

/** The one problem of all cars of a home that leave a choice, and what its slots and vehicles stand for. */
export interface HomeProblem {
  /** Its steps hold what room under the month's steps is worth. */
  readonly problem: Problem;
  /** The same with the fee as it is paid. */
  readonly asPaid: Problem;
  /** The same without any fee. */
  readonly withoutFee: Problem;
  /** What the meter sees without the planned cars, in the problem's slots. */
  readonly meter: readonly Slot[];
  readonly startsAt: readonly Instant[];
  readonly cars: readonly CarToPlan[];
  /** The slot that holds `now`. */
  readonly current: number;
  readonly house: HouseOutlook;
}

/**
 * Quarter hours from the one that holds `now` until the last car is to be done; where the capacity fee is weighed, from the clock hour
 * on, because what is behind counts in its mean, and before it one hour that stands for today's hours that are over: the highest of them.
 */
export function homeProblem(
  cars: readonly CarToPlan[],
  house: HouseOutlook,
  loads: readonly CarLoad[],
  now: Instant,
): HomeProblem {
  const startsAt = startsOf(cars, house, now);
  const current = startsAt.indexOf(quarterStart(now));
  const seesMeter = house.capacity !== null || house.fuseKw !== null;
  const meter = startsAt.map((startAt): Slot => {
    const price = cars[0] && priceToPlanOn(cars[0].basis.prices, startAt);
    const slot = {
      start: isoLocal(startAt),
      minutes: 15,
      importPrice: (price?.oreInclVat ?? 0) / 100,
    } as const;
    return seesMeter ? { ...slot, baseLoadKw: baseLoadKw(startAt, house, loads, now) } : slot;
  });
  const limits = { slots: meter, startsAt, current, house, cars };
  const vehicles = cars.map((car): Vehicle => carVehicle(car, limits));
  const alike = {
    slots: meter,
    vehicles,
    ...(house.fuseKw === null ? {} : { fuseKw: house.fuseKw }),
  };
  const { withRoom, paid } = feesOf(alike, house.capacity, startsAt);
  return { problem: withRoom, asPaid: paid, withoutFee: alike, meter, startsAt, cars, current, house };
}

function startsOf(cars: readonly CarToPlan[], { capacity }: HouseOutlook, now: Instant): Instant[] {
  const earlierMs = capacity?.earlierToday ? HOUR_MS : 0;
  const firstAt = capacity === null ? quarterStart(now) : hourStart(now) - earlierMs;
  const untilAt = Math.max(...cars.map((car) => car.untilAt));
  return Array.from({ length: (untilAt - firstAt) / QUARTER_MS }, (_, t) => firstAt + t * QUARTER_MS);
}

/** The house, the cars that are not planned, and what the cars took in the part of this clock hour that is behind. */
function baseLoadKw(startAt: Instant, house: HouseOutlook, loads: readonly CarLoad[], now: Instant): number {
  if (startAt < hourStart(now)) return house.capacity?.earlierToday?.kw ?? 0;
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
