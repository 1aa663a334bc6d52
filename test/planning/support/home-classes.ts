import { EVERYTHING, type HomeKind } from './any-home.ts';

/** Classes of generated homes, so that a failure names one; and how many of each the tests plan. */
export const CLASSES: readonly (readonly [name: string, kind: HomeKind, count: number])[] = [
  ['one car, price alone', { cars: [1, 1], slots: [4, 96] }, 300],
  ['sun and export', { cars: [1, 2], slots: [4, 64], hasLoad: true, hasSun: true }, 150],
  ['reserve', { cars: [1, 2], slots: [4, 64], hasReserve: true }, 200],
  ['wishes', { cars: [1, 2], slots: [4, 48], hasReserve: true, hasWishes: true }, 250],
  ['fuse', { cars: [1, 3], slots: [4, 64], hasLoad: true, hasFuse: true }, 250],
  ['capacity steps', { cars: [1, 1], slots: [4, 64], hasLoad: true, hasSteps: true }, 200],
  [
    'fuse, steps and sun',
    {
      cars: [1, 3],
      slots: [4, 48],
      hasLoad: true,
      hasSun: true,
      hasFuse: true,
      hasSteps: true,
      hasReserve: true,
    },
    250,
  ],
  ['least power', { cars: [1, 1], slots: [4, 32], hasMinKw: true }, 200],
  ['least power and starts', { cars: [1, 1], slots: [4, 32], hasMinKw: true, hasStartPenalty: true }, 200],
  ['one car, everything', { ...EVERYTHING, cars: [1, 1], slots: [4, 24] }, 150],
  [
    'cars with least power and starts',
    { cars: [2, 3], slots: [4, 12], hasLoad: true, hasFuse: true, hasMinKw: true, hasStartPenalty: true },
    100,
  ],
  ['everything', { ...EVERYTHING, slots: [4, 16] }, 150],
  ['one block', { ...EVERYTHING, cars: [1, 2], slots: [4, 12], isOneBlock: true }, 100],
  ['feeding the house', { ...EVERYTHING, cars: [1, 2], slots: [4, 12], feedsHouse: true }, 100],
];
