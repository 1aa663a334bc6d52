import { drawnKw, overfills } from './fuse-carries.ts';
import type { HomeProblem } from './home-problem.ts';
import type { Currents } from './round-to-amperes.ts';

/** Where the cars of a quarter hour overfill the fuse, only as many of them as it carries charge in it: those that draw most there go first. */
export function withinFuse(home: HomeProblem, { powerKw, ampere }: Currents): Currents {
  const rows = powerKw.map((row) => [...row]);
  for (const t of home.meter.keys()) {
    while (overfills(home, { powerKw: rows, ampere }, t)) {
      const kw = home.cars.map((_, v) => drawnKw(home, { powerKw: rows, ampere }, v, t));
      (rows[kw.lastIndexOf(Math.max(...kw))] as number[])[t] = 0;
    }
  }
  return {
    powerKw: rows,
    ampere: ampere.map((row, v) => row.map((told, t) => (rows[v]?.[t] ? told : null))),
  };
}
