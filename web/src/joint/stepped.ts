/** One layer of a stack: between two levels in each step, drawn from the left. */
export interface Layer {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Layers on top of each other, the first at the bottom. */
export function layersOf(heights: readonly (readonly number[])[]): Layer[] {
  const layers: Layer[] = [];
  for (const height of heights) {
    const from = layers.at(-1)?.to ?? height.map(() => 0);
    layers.push({ from, to: height.map((value, index) => value + (from[index] ?? 0)) });
  }
  return layers;
}

/** A layer as an SVG path: one unit wide per step; `y` puts a level on the picture. */
export function layerPath({ from, to }: Layer, y: (level: number) => number): string {
  const there = to.map((level, index) => `${index},${y(level)} ${index + 1},${y(level)}`);
  const back = from.map((level, index) => `${index + 1},${y(level)} ${index},${y(level)}`).reverse();
  return `M${[...there, ...back].join(' L')}Z`;
}

/** A line of steps as an SVG path, broken where a level is not known. */
export function stepPath(levels: readonly (number | null)[], y: (level: number) => number): string {
  return levels
    .map((level, index) => {
      if (level === null) return '';
      const begin = (levels[index - 1] ?? null) === null ? 'M' : 'L';
      return `${begin}${index},${y(level)} L${index + 1},${y(level)}`;
    })
    .join(' ');
}
