import type { Home } from '../api/types.ts';

type Fuse = NonNullable<Home['fuse']>;

/** How a house is supplied, as an owner can tell it: one phase is 230 V in either net. */
export const fuseKinds = ['IT-3', 'TN-3', 'TN-1'] as const;
export type FuseKind = (typeof fuseKinds)[number];

export function kindOf({ phases, net }: Fuse): FuseKind {
  return phases === 1 ? 'TN-1' : `${net}-3`;
}

export function fuseOf(ampere: number, kind: FuseKind): Fuse {
  return { ampere, phases: kind === 'TN-1' ? 1 : 3, net: kind === 'IT-3' ? 'IT' : 'TN' };
}
