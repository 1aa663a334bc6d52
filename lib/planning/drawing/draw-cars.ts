import type { Vehicle } from '../problem/problem.ts';
import { type Cell, drawCells } from './draw-cells.ts';
import type { CarColumn, Column } from './draw-columns.ts';
import type { Paint, Tone } from './paint.ts';

const LABEL_WIDTH = 6;
/** More than this share is full power. */
const FULL = 0.999;

/** What stands before each car's row: its id where it is short and its own, else its number. */
export function carLabels(vehicles: readonly Vehicle[]): string[] {
  const ids = vehicles.map(({ id }) => id ?? '');
  const isFit = (id: string) => /^[\w-]+$/.test(id) && id.length <= LABEL_WIDTH;
  return ids.map((id, v) => (isFit(id) && ids.indexOf(id) === ids.lastIndexOf(id) ? id : `car ${v + 1}`));
}

/** One row for each car, from when it is plugged in until it leaves, with its charging on it. */
export function drawCars(columns: readonly Column[], labels: readonly string[], paint: Paint): string[] {
  return labels.map((label, v) => {
    const cells = columns.map(({ cars }) => carCell(cars[v]));
    return `${label.padStart(LABEL_WIDTH)} │${drawCells(cells, paint)}`;
  });
}

/** `━` full power, `╍` less, `▾` feeding the house, `─` plugged in, `┈` away. */
export function carCell(car: CarColumn | undefined): Cell {
  const { share = 0, plugged = false } = car ?? {};
  if (share > 0) return { glyph: share > FULL ? '━' : '╍', tone: 'charging' };
  if (share < 0) return { glyph: '▾', tone: 'giving' };
  return plugged ? { glyph: '─', tone: 'plain' } : { glyph: '┈', tone: 'faint' };
}

/** The tone of a whole column: charging where any car does. */
export function columnTone({ cars }: Column): Tone {
  if (cars.some(({ share }) => share > 0)) return 'charging';
  return cars.some(({ plugged }) => plugged) ? 'plain' : 'faint';
}
