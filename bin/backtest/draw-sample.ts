import { seededRandom } from '../seeded-random.ts';

/** Some of the items, each set of that size equally likely, in their order. The same seed draws the same ones. */
export function drawSample<T>(items: readonly T[], count: number, seed: number): T[] {
  const random = seededRandom(seed);
  let wanted = Math.min(count, items.length);
  return items.filter((_, i) => {
    // Selection sampling: Knuth, The Art of Computer Programming 2, 3.4.2, algorithm S.
    if (random() * (items.length - i) >= wanted) return false;
    wanted -= 1;
    return true;
  });
}
