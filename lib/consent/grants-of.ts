import type { Home } from '../homes/index.ts';

/** Every grant that this home ever knew and has not given back. */
export function grantsOf(home: Home): string[] {
  const standing = home.vehicles.map(({ grantRef }) => grantRef);
  const released = home.grantsToGiveBack.map(({ grantRef }) => grantRef);
  return [...new Set([...standing, ...released])];
}
