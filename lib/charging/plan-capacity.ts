import type { DayPeak, PlanInForce } from '../homes/index.ts';
import { checkPlan } from '../planning/index.ts';
import { localDate } from '../time/index.ts';
import type { HomeProblem } from './home-problem.ts';
import { gridKwh, quartersAtOnce } from './plan-cost.ts';

type Rows = readonly (readonly number[])[];

/** What the schedule makes of the month's capacity fee as the grid owner counts it, and what charging at once would have made. Null where it is not weighed. */
export function planCapacity(home: HomeProblem, powerKw: Rows): PlanInForce['capacity'] {
  const { capacity } = home.house;
  const steps = capacity?.steps ?? [];
  const lastStep = steps.at(-1);
  if (capacity === null || lastStep === undefined) return null;
  const problem = { ...home.problem, capacitySteps: steps };
  const { parts, demandKw, demandAloneKw } = checkPlan(problem, powerKw);
  const step = steps.find(({ uptoKw }) => demandKw <= uptoKw) ?? lastStep;
  return {
    riseOre: parts.capacityNok * 100,
    chargeNowRiseOre: checkPlan(problem, atOnce(home, powerKw)).parts.capacityNok * 100,
    demandKw,
    demandAloneKw,
    uptoKw: step === lastStep ? null : step.uptoKw,
    feeOre: step.nokPerMonth * 100,
    assumed: capacity.assumed,
    peaks: highestPeaks(home),
  };
}

/** As many of the month's days outside the plan as the fee averages. */
const peaksShown = 3;

function highestPeaks({ house, startsAt }: HomeProblem): DayPeak[] {
  const [first = 0, last = 0] = [startsAt[0], startsAt.at(-1)];
  const peaks = house.capacity?.peaksOutside(localDate(first), localDate(last)) ?? [];
  return peaks.toSorted((a, b) => b.kw - a.kw).slice(0, peaksShown);
}

/** The same energy of each car at full power from now. */
function atOnce({ cars, startsAt, current }: HomeProblem, powerKw: Rows): Rows {
  return cars.map(({ basis }, v) => {
    const quarters = startsAt.slice(current).map((startAt) => ({ startAt, priceOrePerKwh: 0 }));
    const energyKwh = gridKwh(
      quarters.map((quarter, i) => ({ ...quarter, powerKw: powerKw[v]?.[current + i] ?? 0 })),
    );
    const charging = quartersAtOnce(quarters, basis.now, energyKwh, basis.maxKw);
    return [...startsAt.slice(0, current).map(() => 0), ...charging.map((quarter) => quarter.powerKw)];
  });
}
