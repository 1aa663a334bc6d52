import type { HomeClass } from './make-home.ts';

/** Which of the goals a class is measured against: any power from 0 up; a least power and starts; none. */
export type ClassKind = 'linear' | 'least power' | 'other';

export interface BenchClass {
  readonly name: string;
  readonly kind: ClassKind;
  readonly of: HomeClass;
  /** Homes measured; fewer where each takes long. */
  readonly homes: number;
  /** Largest gap that HiGHS is asked for when it solves the same homes alone, as a share. */
  readonly highsGap: number;
}

const linear = { kind: 'linear', homes: 400, highsGap: 0 } as const;
const leastPower = { kind: 'least power', highsGap: 0 } as const;
const giving = { kind: 'other', highsGap: 0 } as const;
const stepped = { fuse: true, steps: true };
const onOff = { minPower: true, starts: true };

export const classes: readonly BenchClass[] = [
  ...[96, 144, 192].map((slots) => ({ name: 'price only', of: { cars: 1, slots }, ...linear })),
  ...[1, 2, 3].flatMap((cars) =>
    [96, 192].map((slots) => ({ name: 'fuse, capacity step', of: { cars, slots, ...stepped }, ...linear })),
  ),
  { name: 'fuse', of: { cars: 5, slots: 192, fuse: true }, ...linear, homes: 200 },
  { name: 'fuse, capacity step', of: { cars: 5, slots: 192, ...stepped }, ...linear, homes: 200 },
  {
    name: 'fuse, step, sun, reserve',
    of: { cars: 2, slots: 96, ...stepped, solar: true, reserve: true },
    ...linear,
    homes: 200,
  },
  { name: 'feeds the house', of: { cars: 1, slots: 96, discharge: true }, ...giving, homes: 200 },
  { name: 'feeds the house', of: { cars: 1, slots: 192, discharge: true }, ...giving, homes: 100 },
  ...[96, 192].map((slots) => ({
    name: 'least power, starts',
    of: { cars: 1, slots, ...onOff },
    ...leastPower,
    homes: 300,
  })),
  {
    name: 'least power, starts, fuse, step',
    of: { cars: 1, slots: 96, ...onOff, ...stepped },
    ...leastPower,
    homes: 100,
  },
  ...[2, 3].map((cars) => ({
    name: 'least power, starts, fuse, step',
    of: { cars, slots: 96, ...onOff, ...stepped },
    ...leastPower,
    homes: 30,
    highsGap: 0.02,
  })),
];

/** The fleet: 75, 20 and 5 % of homes with one, two and three cars, all with a fuse and a capacity step. */
export function fleetHome(seed: number, slots: number): HomeClass {
  const share = seed % 20;
  const cars = share < 15 ? 1 : share < 19 ? 2 : 3;
  return { cars, slots, ...stepped };
}
