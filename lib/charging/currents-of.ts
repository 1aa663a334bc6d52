import { checkPlan, type Plan } from '../planning/index.ts';
import { calmed } from './calmed.ts';
import { fuseCarries } from './fuse-carries.ts';
import type { HomeProblem } from './home-problem.ts';
import { levelled } from './levelled.ts';
import { socTolerance } from './physics.ts';
import { amperesBelow, type Currents, roundToAmperes } from './round-to-amperes.ts';
import { isSimpleHome } from './solve-home.ts';
import { staggered } from './stagger.ts';
import { withinFuse } from './within-fuse.ts';
import { worthNok } from './worth-nok.ts';

/**
 * Whole amperes leave crumbs. A plan that leaves more than a percent of the batteries missing is not taken, whatever it saves; one that leaves
 * less only where it saves this much for each kWh, NOK: a step of the fee does, a start does not.
 */
const crumbSoc = 2 * socTolerance;
const missingNokPerKwh = 10;

/**
 * A schedule as cars are told it: of plans that cost the same, the one with the fewest changes of current, begun when this home begins, in whole
 * amperes. Where nothing but the price counts, a car charges at full power for part of a quarter hour: it need not be told any current.
 */
export function currentsOf(home: HomeProblem, powerKw: Plan['powerKw'], share: number): Currents {
  if (isSimpleHome(home)) {
    const rows = staggered(home, powerKw, share);
    return { powerKw: rows, ampere: rows.map((row) => row.map(() => null)) };
  }
  const rows = staggered(home, levelled(home, powerKw), share);
  return calmed(home, roundToAmperes(home, { powerKw: rows }) ?? amperesBelow(home, rows));
}

/**
 * The best of several plans as cars are told them, of those that leave least missing. What is searched for with starts and least currents is seldom proved for several cars;
 * what is proved as if they took any power may come out better once it is drawn in whole amperes.
 */
export function bestCurrents(
  home: HomeProblem,
  [first = [], ...others]: readonly Plan['powerKw'][],
  share: number,
): Currents {
  const drawn = [first, ...others.filter((rows) => rows !== first)].map((rows) =>
    currentsOf(home, rows, share),
  );
  const carried = drawn.filter((currents) => fuseCarries(home, currents));
  const all = carried.length > 0 ? carried : drawn.map((currents) => withinFuse(home, currents));
  const missing = (currents: Currents) => checkPlan(home.problem, currents.powerKw).shortfallKwh;
  const batteriesKwh = home.cars.reduce((sum, { basis }) => sum + basis.vehicle.batteryKwh, 0);
  const mostMissingKwh = Math.min(...all.map(missing)) + crumbSoc * batteriesKwh;
  const worth = (currents: Currents) => ({
    currents,
    nok: worthNok(home, currents, mostMissingKwh) + missing(currents) * missingNokPerKwh,
  });
  return all.map(worth).reduce((best, one) => (one.nok < best.nok ? one : best)).currents;
}
