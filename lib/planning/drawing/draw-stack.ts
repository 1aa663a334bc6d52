import type { Price } from '../../tariffs/index.ts';
import type { Cell } from './draw-cells.ts';
import { hanging, rising } from './draw-glyphs.ts';
import type { Tone } from './paint.ts';

/** What a price is made of, NOK/kWh: the layers of its bar from the axis outwards. They add up to the price. */
export interface Layers {
  readonly taxes: number;
  readonly grid: number;
  readonly power: number;
}

const NAMES = ['taxes', 'grid', 'power'] as const satisfies readonly (keyof Layers)[];
const GLYPHS = { taxes: '░', grid: '▒', power: '█' } as const satisfies Record<keyof Layers, string>;
const TONES = { taxes: 'taxes', grid: 'grid' } as const;

/** Power after support; the grid tariff's energy charge; electricity tax, Enova fee and all the VAT. */
export function layersOf({ parts }: Price): Layers {
  return {
    taxes: (parts.electricityTax + parts.enova + parts.vat) / 100,
    grid: parts.gridEnergy / 100,
    power: (parts.spot + parts.markup + parts.support) / 100,
  };
}

/** The layers of several columns as one; null where there are none. */
export function meanLayers(all: readonly Layers[]): Layers | null {
  const mean = (name: keyof Layers) => all.reduce((sum, layers) => sum + layers[name], 0) / all.length;
  return all.length === 0 ? null : { taxes: mean('taxes'), grid: mean('grid'), power: mean('power') };
}

/** How far the bar reaches above zero, and below it (as a negative number): what is negative hangs. */
export function reachOf(layers: Layers): { readonly above: number; readonly below: number } {
  const amounts = NAMES.map((name) => layers[name]);
  return {
    above: amounts.reduce((sum, amount) => sum + Math.max(0, amount), 0),
    below: amounts.reduce((sum, amount) => sum + Math.min(0, amount), 0),
  };
}

/**
 * One character of a stacked bar, `row` rows of `step` from the axis, upwards (`side` 1) or downwards (−1). It shows the layer that
 * fills most of it. Where part of the bar hangs, a dot marks the sum: there the bar's end is not what is paid.
 */
export function stackCell(layers: Layers, step: number, row: number, side: 1 | -1, powerTone: Tone): Cell {
  if (reachOf(layers).below < 0 && isSumIn((layers.taxes + layers.grid + layers.power) * side, step, row))
    return { glyph: '•', tone: 'strong' };
  const shares = sharesOf(layers, step, row, side);
  const filled = shares.taxes + shares.grid + shares.power;
  const most = NAMES.reduce((a, b) => (shares[b] > shares[a] ? b : a));
  if (most !== 'power') return { glyph: filled >= 0.5 ? GLYPHS[most] : ' ', tone: TONES[most] };
  return { glyph: (side === 1 ? rising : hanging)(row + filled, row), tone: powerTone };
}

function isSumIn(sum: number, step: number, row: number): boolean {
  return sum > row * step && sum <= (row + 1) * step;
}

/** How much of the row each layer fills, 0–1. */
function sharesOf(layers: Layers, step: number, row: number, side: 1 | -1): Layers {
  const shares = { taxes: 0, grid: 0, power: 0 };
  let end = 0;
  for (const name of NAMES) {
    const start = end;
    end += Math.max(0, (layers[name] * side) / step);
    shares[name] = Math.max(0, Math.min(end, row + 1) - Math.max(start, row));
  }
  return shares;
}
