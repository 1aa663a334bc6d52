import type { Problem } from '../../../lib/planning/index.ts';
import { type Judgement, judge } from './judge.ts';

/** Next to nothing, kW: a car that is kept on between two slots so that it need not start again. */
export const HAIR_KW = 1e-5;

export type Best = Judgement & { readonly powerKw: readonly (readonly number[])[] };

/** The best of all schedules whose powers are among `levelsKw`, by trying each: least shortfall, then least cost. */
export function bruteForce(problem: Problem, levelsKw: readonly number[]): Best {
  const { slots, vehicles } = problem;
  let best: Best | null = null;
  for (const flat of schedules(problem, levelsKw)) {
    const powerKw = vehicles.map((_, v) => flat.slice(v * slots.length, (v + 1) * slots.length));
    const judged = judge(problem, powerKw);
    if (judged.broken.length === 0 && (!best || isBetter(judged, best))) best = { ...judged, powerKw };
  }
  if (!best) throw new Error('no schedule at all holds the limits');
  return best;
}

/** All of them, counted through: each power is a digit. */
function* schedules({ slots, vehicles }: Problem, levelsKw: readonly number[]): Generator<number[]> {
  const choices = vehicles.flatMap(({ arriveSlot, departSlot, maxKw }) =>
    slots.map((_, t) => (t < arriveSlot || t >= departSlot ? [0] : levelsKw.filter((kw) => kw <= maxKw))),
  );
  const count = choices.reduce((product, { length }) => product * length, 1);
  for (let n = 0; n < count; n += 1) {
    let digits = n;
    yield choices.map((levels) => {
      const kw = levels[digits % levels.length] ?? 0;
      digits = Math.floor(digits / levels.length);
      return kw;
    });
  }
}

function isBetter(one: Judgement, other: Judgement): boolean {
  if (Math.abs(one.shortfallKwh - other.shortfallKwh) > 1e-9) return one.shortfallKwh < other.shortfallKwh;
  return one.costNok < other.costNok;
}
