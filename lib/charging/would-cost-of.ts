import { type PlanInForce, type WouldCostChange, wouldCostChanges } from '../homes/index.ts';
import type { Plan, Problem } from '../planning/index.ts';
import { asTaken } from './as-taken.ts';
import type { CarToPlan } from './car-to-plan.ts';
import { changedWish } from './changed-wish.ts';
import type { HomeProblem } from './home-problem.ts';
import { type Planner, paidNok, type Solved } from './solve-home.ts';

type WouldCost = PlanInForce['wouldCost'][number];

/** So many changes are asked about at most, those of the first cars first: what is told must not hang on how busy the machine is. */
const mostChanges = 16;
/** Missing energy below this is rounding, kWh. */
const nothingMissing = 1e-3;
/** These are nothing to a car that takes any power: a hair of it all night is one block. */
const asTheyTake: readonly WouldCostChange[] = ['unbroken', 'with-breaks'];

/**
 * For each car: what one changed wish of it would add to the home's cost, energy and fee as they are paid, from two plans that are both proved
 * cheapest: whatever room is kept or a start is held to be worth is in neither. None where energy is missing anyway, or where a change is none.
 * What is not proved within a counted budget is left out.
 */
export async function wouldCostOf(
  { paid }: Solved,
  home: HomeProblem,
  problemOf: (cars: readonly CarToPlan[]) => HomeProblem,
  planner: Planner,
): Promise<WouldCost[][]> {
  const answers: WouldCost[][] = home.cars.map(() => []);
  if (!isProved(paid)) return answers;
  for (const { v, change, other } of changesOf(home, problemOf).slice(0, mostChanges)) {
    const seen = (one: HomeProblem) => (asTheyTake.includes(change) ? taking(one, v) : one.asPaid);
    const isAnyPower = seen(home) === home.asPaid;
    const [was, is] = [
      isAnyPower ? paid : await planner(seen(home), 'short'),
      await planner(seen(other), 'short'),
    ];
    if (!isProved(was) || !isProved(is)) continue;
    answers[v]?.push({ change, ore: (paidNok(other, is.powerKw) - paidNok(home, was.powerKw)) * 100 });
  }
  return answers;
}

function isProved({ status, shortfallKwh }: Plan): boolean {
  return status === 'optimal' && shortfallKwh <= nothingMissing;
}

/** With one car as it takes power. */
function taking({ asPaid, cars }: HomeProblem, v: number): Problem {
  const vehicles = asPaid.vehicles.map((vehicle, i) => (i === v ? asTaken(vehicle, cars[v]) : vehicle));
  return { ...asPaid, vehicles };
}

/** Each change of each car; the same change of all cars before the next. */
function changesOf(home: HomeProblem, problemOf: (cars: readonly CarToPlan[]) => HomeProblem) {
  return wouldCostChanges.flatMap((change) =>
    home.cars.flatMap((car, v) => {
      const changed = changedWish[change](car);
      if (changed === null) return [];
      return [{ v, change, other: problemOf(home.cars.map((one, i) => (i === v ? changed : one))) }];
    }),
  );
}
