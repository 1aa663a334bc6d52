import type { Budget } from '../budget.ts';
import { type PotentialAt, Potentials } from './potentials.ts';
import type { Stage } from './stages.ts';

/** Bounds nearer than this to the best there can be are that, NOK. */
const NEAR_NOK = 1e-7;
const MOST_TRIES = 60;
const FIRST_WORTH = 0.25;
const LEAST_WORTH = 1e4;
/** What a segment of a purchase costs to look at, units. */
const SEGMENT_UNITS = 0.03;

/** What a schedule at least costs that is paid `worth` for each kWh: from the begin to each stage and state. */
export interface Potential {
  /** NOK per kWh. */
  readonly worth: number;
  /** [stage][state]: least cost until there, less the worth of the energy bought. */
  readonly reached: readonly Float64Array[];
  /** Least cost of a whole schedule that has its goals met (weak duality). */
  readonly boundNok: number;
}

/** A potential as a point of the bound, which is concave in the worth. */
interface Point extends Potential {
  /** How the bound rises with the worth: what is wanted less what is bought. */
  readonly slope: number;
}

/**
 * The worth of a kWh that gives the best lower bound: buying between `needKwh` and `roomKwh` is put into the price. The bound is
 * concave in the worth and in straight pieces, so where the lines through two points meet is the next to look at. `mostWorth` limits it
 * from above.
 */
export function bestPotential(
  stages: readonly Stage[],
  needKwh: number,
  roomKwh: number,
  mostWorth: number,
  budget: Budget,
): Potential {
  const table = new Potentials(stages);
  const look = (worth: number): PotentialAt => {
    budget.spend(SEGMENT_UNITS * table.size);
    return table.at(worth);
  };
  const pointAt = (worth: number, wantedKwh: number): Point => pointOf(look(worth), wantedKwh);
  const none = look(0);
  const [missing, over] = [pointOf(none, needKwh), pointOf(none, roomKwh)];
  if (missing.slope > 0) {
    return highest(
      missing,
      firstOver((worth) => pointAt(worth, needKwh), mostWorth),
      needKwh,
      pointAt,
    );
  }
  if (over.slope >= 0) return missing;
  return highest(
    firstUnder((worth) => pointAt(worth, roomKwh)),
    over,
    roomKwh,
    pointAt,
  );
}

function pointOf({ worth, reached, endNok, boughtKwh }: PotentialAt, wantedKwh: number): Point {
  return { worth, reached, boundNok: endNok + worth * wantedKwh, slope: wantedKwh - boughtKwh };
}

/** Between a point from which the bound rises and one from which it falls. */
function highest(
  low: Point,
  high: Point,
  wantedKwh: number,
  pointAt: (worth: number, wantedKwh: number) => Point,
): Point {
  let [from, to] = [low, high];
  let best = from.boundNok >= to.boundNok ? from : to;
  for (let tries = 0; tries < MOST_TRIES && to.slope < 0; tries += 1) {
    const rise = to.boundNok - from.boundNok;
    const worth = from.worth + (rise - to.slope * (to.worth - from.worth)) / (from.slope - to.slope);
    const most = from.boundNok + from.slope * (worth - from.worth);
    if (!(most > best.boundNok + NEAR_NOK) || worth <= from.worth || worth >= to.worth) break;
    const found = pointAt(worth, wantedKwh);
    if (found.boundNok > best.boundNok) best = found;
    if (found.slope > 0) from = found;
    else to = found;
    if (found.slope === 0) break;
  }
  return best;
}

/** A worth at which enough is bought. */
function firstOver(pointAt: (worth: number) => Point, mostWorth: number): Point {
  let worth = Math.min(FIRST_WORTH, mostWorth);
  let point = pointAt(worth);
  while (worth < mostWorth && point.slope > 0) {
    worth = Math.min(2 * worth, mostWorth);
    point = pointAt(worth);
  }
  return point;
}

/** A worth below 0 at which no more is bought than there is room for. */
function firstUnder(pointAt: (worth: number) => Point): Point {
  let worth = -FIRST_WORTH;
  let point = pointAt(worth);
  while (worth > -LEAST_WORTH && point.slope < 0) {
    worth *= 2;
    point = pointAt(worth);
  }
  return point;
}
