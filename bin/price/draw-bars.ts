/**
 * Amounts as bars that begin where the one before ends, and their sum from zero, `width` characters wide. What takes away is
 * drawn lighter and runs back. Where a sum on the way is negative, a line shows zero.
 */
export function drawBars(
  amounts: readonly number[],
  width: number,
): { readonly parts: readonly string[]; readonly sum: string } {
  let sum = 0;
  const ends = amounts.map((amount) => {
    sum += amount;
    return sum;
  });
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  const columnOf = (ore: number) => (high === low ? 0 : Math.round(((ore - low) / (high - low)) * width));
  const draw = (from: number, to: number) => drawBar(columnOf(from), columnOf(to), to - from, columnOf(0));
  return { parts: amounts.map((_, i) => draw(ends[i - 1] ?? 0, ends[i] ?? 0)), sum: draw(0, sum) };
}

/** A bar between two columns; what is too small for one is a thin stroke. */
function drawBar(from: number, to: number, amount: number, zero: number): string {
  if (Math.abs(amount) < 0.005) return withZero('', zero);
  const start = Math.min(from, to);
  const glyphs = from === to ? '▏' : (amount < 0 ? '░' : '█').repeat(Math.abs(to - from));
  return withZero(' '.repeat(start) + glyphs, zero);
}

function withZero(bar: string, zero: number): string {
  const cells = [...bar.padEnd(zero + 1)];
  if (zero > 0 && cells[zero] === ' ') cells[zero] = '│';
  return cells.join('').trimEnd();
}
