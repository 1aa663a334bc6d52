import type { Vehicle } from '../problem/problem.ts';

/** What each car is called where there are several: its id, or its number where an id is missing or doubled. */
export function carNames(vehicles: readonly Vehicle[]): string[] {
  const ids = vehicles.map(({ id }) => id ?? '');
  return ids.map((id, v) => (id !== '' && ids.indexOf(id) === ids.lastIndexOf(id) ? id : `car ${v + 1}`));
}
