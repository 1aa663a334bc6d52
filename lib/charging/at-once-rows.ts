import type { HomeProblem } from './home-problem.ts';
import { gridKwh, quartersAtOnce } from './plan-cost.ts';

type Rows = readonly (readonly number[])[];

/** The same energy of each car at full power from now. */
export function atOnceRows({ cars, startsAt, current }: HomeProblem, powerKw: Rows): Rows {
  return cars.map(({ basis }, v) => {
    const quarters = startsAt.slice(current).map((startAt) => ({ startAt, priceOrePerKwh: 0 }));
    const energyKwh = gridKwh(
      quarters.map((quarter, i) => ({ ...quarter, powerKw: powerKw[v]?.[current + i] ?? 0 })),
    );
    const charging = quartersAtOnce(quarters, basis.now, energyKwh, basis.maxKw);
    return [...startsAt.slice(0, current).map(() => 0), ...charging.map((quarter) => quarter.powerKw)];
  });
}
