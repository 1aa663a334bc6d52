/** Some of the items, each set of that size equally likely, in their order. The same seed draws the same ones. */
export function drawSample<T>(items: readonly T[], count: number, seed: number): T[] {
  const random = randomFrom(seed);
  let wanted = Math.min(count, items.length);
  return items.filter((_, i) => {
    // Selection sampling: Knuth, The Art of Computer Programming 2, 3.4.2, algorithm S.
    if (random() * (items.length - i) >= wanted) return false;
    wanted -= 1;
    return true;
  });
}

/** Numbers from 0 to below 1 (mulberry32, public domain). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
