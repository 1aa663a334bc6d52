import type { HomeProblem } from './home-problem.ts';
import type { Currents } from './round-to-amperes.ts';

/** Powers below this are rounding, kW. */
const nothing = 1e-6;

/** The fuse sees power, not a quarter hour's mean. */
export function fuseCarries(home: HomeProblem, currents: Currents): boolean {
  return home.meter.every((_, t) => !overfills(home, currents, t));
}

/** The cars of this slot and the house together draw more than the fuse is to carry. */
export function overfills({ meter, problem, ...home }: HomeProblem, currents: Currents, t: number): boolean {
  const { fuseKw = Number.POSITIVE_INFINITY } = problem;
  const kw = home.cars.reduce((sum, _, v) => sum + drawnKw(home, currents, v, t), 0);
  return kw > nothing && (meter[t]?.baseLoadKw ?? 0) + kw > fuseKw + nothing;
}

/** What a car draws while it charges in a slot, kW: for part of it where the slot's mean is less. */
export function drawnKw(
  { cars }: Pick<HomeProblem, 'cars'>,
  { powerKw, ampere }: Currents,
  v: number,
  t: number,
): number {
  if ((powerKw[v]?.[t] ?? 0) <= nothing) return 0;
  const { maxKw = 0, kwPerAmpere = null } = cars[v]?.basis ?? {};
  const told = ampere[v]?.[t] ?? null;
  return told === null ? maxKw : told * (kwPerAmpere ?? 0);
}
