const RISING = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** What a bar of this many rows shows in a row above the axis: eighths. A bar that is not nothing is seen. */
export function rising(level: number, row: number): string {
  const eighths = Math.round((level - row) * 8);
  const least = row === 0 && level > 0 ? 1 : 0;
  return RISING[Math.min(8, Math.max(least, eighths))] ?? ' ';
}

/** The same below the axis. There are no eighths that hang from above; halves do. */
export function hanging(level: number, row: number): string {
  const part = level - row;
  if (part >= 0.75) return '█';
  if (part >= 0.375) return '▀';
  return part > 0 ? '▔' : ' ';
}
