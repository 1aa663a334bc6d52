import type { CarToPlan } from '../../../lib/charging/car-to-plan.ts';
import { type HomeProblem, homeProblem } from '../../../lib/charging/home-problem.ts';
import { type HouseOutlook, unknownHouse } from '../../../lib/charging/house-outlook.ts';
import { planBasis } from '../../../lib/charging/plan-basis.ts';
import { ordinaryWishes, type Wishes } from '../../../lib/homes/index.ts';
import { QUARTER_MS } from '../../../lib/time/index.ts';
import { aVehicle, evening, pricesFrom, seen } from './a-vehicle.ts';

interface CarGiven {
  readonly soc?: number;
  readonly wishes?: Partial<Wishes>;
}

/** Cars of 75 kWh on sockets of three phases and 16 A, at a quarter hour's beginning; prices in øre, one for each quarter hour. */
export function aHomeProblem(
  ore: readonly number[],
  house: Partial<HouseOutlook> = {},
  given: readonly CarGiven[] = [{}],
): HomeProblem {
  const prices = pricesFrom(evening, ore);
  const untilAt = evening + ore.length * QUARTER_MS;
  const cars = given.map(({ soc = 0.4, wishes }): CarToPlan => {
    const circuit = { ampere: 16, maxAmpere: 16, phases: 3, volts: 230 } as const;
    const vehicle = aVehicle({
      observed: seen(evening, { soc, maxKw: 11.04, circuit }),
      session: null,
      wishes: { ...ordinaryWishes, ...wishes },
    });
    const basis = planBasis({ vehicle, prices, now: evening, reason: 'plugged-in', planId: 'p' }, null);
    return { basis, soc, socToPlanOn: soc, chargesAnywayKw: 0, startsWithNext: false, untilAt };
  });
  return homeProblem(cars, { ...unknownHouse, ...house }, [], evening);
}

/** The same number so many times, one stretch after the other. */
export function stretches(...parts: readonly (readonly [count: number, value: number])[]): number[] {
  return parts.flatMap(([count, value]) => new Array<number>(count).fill(value));
}
