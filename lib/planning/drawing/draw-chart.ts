import { carCell, columnTone, drawCars } from './draw-cars.ts';
import { type Cell, drawCells } from './draw-cells.ts';
import type { Column } from './draw-columns.ts';
import { hanging, rising } from './draw-glyphs.ts';
import { stackCell } from './draw-stack.ts';
import type { Paint } from './paint.ts';

export const AXIS_WIDTH = 8;
const PLAIN_AXIS: Cell = { glyph: '─', tone: 'faint' };

/** Prices to rows: `step` NOK/kWh per row, the same in every panel. */
export interface Scale {
  readonly rowsAbove: number;
  readonly rowsBelow: number;
  readonly step: number;
}

/** Shares the rows between prices above and below zero; zero is always in the picture, so bars tell no lies. */
export function scaleFor(prices: readonly number[], rows: number): Scale {
  const above = Math.max(0, ...prices);
  const below = Math.max(0, ...prices.map((price) => -price));
  if (above + below === 0) return { rowsAbove: 1, rowsBelow: 0, step: 1 };
  const wished = Math.round((rows * above) / (above + below));
  const rowsAbove = Math.min(below > 0 ? rows - 1 : rows, Math.max(above > 0 ? 1 : 0, wished));
  const rowsBelow = rows - rowsAbove;
  const step = Math.max(rowsAbove > 0 ? above / rowsAbove : 0, rowsBelow > 0 ? below / rowsBelow : 0);
  return { rowsAbove, rowsBelow, step };
}

/**
 * Prices: bars above the axis, the axis, bars below for negative prices. One car's charging is on the axis; several have a row each below.
 *
 *     1.34 ┤    ▃▆█▆
 *          │▂▄████████
 *     0.00 ┼───━━━━━
 */
export function drawChart(
  columns: readonly Column[],
  scale: Scale,
  cars: readonly string[],
  paint: Paint,
): string[] {
  const isAlone = cars.length === 1;
  const line = (cellOf: (column: Column) => Cell) => drawCells(columns.map(cellOf), paint);
  const rows: string[] = [];
  for (let row = scale.rowsAbove - 1; row >= 0; row -= 1) {
    rows.push(axisLabel(row + 1, scale) + line((column) => barCell(column, scale.step, row, 1)));
  }
  rows.push(
    `${price(0, scale).padStart(AXIS_WIDTH - 2)} ┼${line(({ cars: [car] }) => (isAlone ? carCell(car) : PLAIN_AXIS))}`,
  );
  for (let row = 0; row < scale.rowsBelow; row += 1) {
    rows.push(axisLabel(-row - 1, scale) + line((column) => barCell(column, scale.step, row, -1)));
  }
  return isAlone ? rows : [...rows, ...drawCars(columns, cars, paint)];
}

/** The top, the bottom and the middle row carry their price. */
function axisLabel(edge: number, scale: Scale): string {
  const { rowsAbove, rowsBelow } = scale;
  const labelled = edge === rowsAbove || edge === -rowsBelow || (rowsAbove >= 6 && edge === rowsAbove / 2);
  return labelled
    ? `${price(edge * scale.step, scale).padStart(AXIS_WIDTH - 2)} ┤`
    : `${' '.repeat(AXIS_WIDTH - 1)}│`;
}

function price(value: number, { step, rowsAbove, rowsBelow }: Scale): string {
  const largest = step * Math.max(rowsAbove, rowsBelow);
  return value.toFixed(largest >= 100 ? 0 : largest >= 0.1 ? 2 : 4);
}

/** A bar's character in one row above (`side` 1) or below (−1) the axis: of the layers where they are known. */
function barCell(column: Column, step: number, row: number, side: 1 | -1): Cell {
  if (column.layers) return stackCell(column.layers, step, row, side, columnTone(column));
  const draw = side === 1 ? rising : hanging;
  return { glyph: draw((column.price * side) / step, row), tone: columnTone(column) };
}
