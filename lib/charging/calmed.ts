import { checkPlan } from '../planning/index.ts';
import { blocksOf } from './blocks-of.ts';
import type { HomeProblem } from './home-problem.ts';
import { redrawn } from './redrawn.ts';
import type { Currents } from './round-to-amperes.ts';
import { worthNok } from './worth-nok.ts';

/** Costs and energies below this are rounding, NOK and kWh. */
const nothing = 1e-6;
/** Each round joins what the round before has left; three are enough for every night that was looked at. */
const mostRounds = 4;

/**
 * The same energy in fewer and plainer windows: each stretch of charging, and each two that follow one another, drawn anew at one current
 * or two, where that costs less than the starts and the changes of current that it spares. The last part of a stretch takes the rest.
 */
export function calmed(home: HomeProblem, drawn: Currents): Currents {
  const { shortfallKwh } = checkPlan(home.problem, drawn.powerKw);
  const worth = (currents: Currents) => worthNok(home, currents, shortfallKwh + nothing);
  let best = { currents: drawn, nok: worth(drawn) };
  for (let round = 0; round < mostRounds; round += 1) {
    const before = best.nok;
    for (const v of home.cars.keys()) best = calmedCar(home, best, v, worth);
    if (best.nok > before - nothing) break;
  }
  return best.currents;
}

interface Valued {
  readonly currents: Currents;
  readonly nok: number;
}

function calmedCar(
  home: HomeProblem,
  drawn: Valued,
  v: number,
  worth: (currents: Currents) => number,
): Valued {
  let best = drawn;
  // Runs together first: what is joined need not be smoothed.
  for (const runCount of [3, 2, 1]) {
    for (let first = 0; first < blocksOf(best.currents.powerKw[v] ?? []).length; first += 1) {
      best = cheapest(best, redrawn(home, best.currents, { v, first, runCount }), worth);
    }
  }
  return best;
}

function cheapest(drawn: Valued, others: Iterable<Currents>, worth: (currents: Currents) => number): Valued {
  let best = drawn;
  for (const currents of others) {
    const nok = worth(currents);
    if (nok < best.nok - nothing) best = { currents, nok };
  }
  return best;
}
