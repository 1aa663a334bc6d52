import type { Observation } from '../devices/index.ts';
import { believablePowerKw } from './physics.ts';

/** Most the car could take where it is plugged in, kW: what it tells, and where it takes less on our word, what it took before us. */
export function unthrottledKw({ maxKw, circuit }: Observation, ampereBefore: number | null): number | null {
  const told = believablePowerKw(maxKw);
  const ampere = circuit?.ampere ?? null;
  if (told === null || ampere === null || ampere <= 0 || ampereBefore === null) return told;
  const before = Math.min(ampereBefore, circuit?.maxAmpere ?? ampereBefore);
  return before > ampere ? (told * before) / ampere : told;
}
