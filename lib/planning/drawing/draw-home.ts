import type { Problem } from '../problem/problem.ts';
import { type Cell, drawCells } from './draw-cells.ts';
import type { Column } from './draw-columns.ts';
import { rising } from './draw-glyphs.ts';
import type { Paint } from './paint.ts';

const LABEL_WIDTH = 6;
/** A fuse this many times above all that is drawn would leave no room for it in the picture. */
const FAR = 2;
/** Less than this share of a row is not drawn of the house. */
const SEEN = 0.12;

/** How the home's total is drawn: the same in every panel. */
export interface HomeScale {
  readonly rows: number;
  /** kW per row. */
  readonly step: number;
  /** Where the fuse's line is; null where it is far away or there is none. */
  readonly fuseKw: number | null;
}

/** Whether anything is known of the home besides its cars. */
export function isHomeKnown({ slots, fuseKw, capacitySteps = [] }: Problem): boolean {
  const isLoadKnown = slots.some(({ baseLoadKw = 0, solarKw = 0 }) => baseLoadKw > 0 || solarKw > 0);
  return fuseKw !== undefined || capacitySteps.length > 0 || isLoadKnown;
}

export function homeScale({ fuseKw }: Problem, columns: readonly Column[], rows: number): HomeScale {
  const most = Math.max(0, ...columns.map(({ houseKw, carsKw }) => houseKw + carsKw));
  const isNear = fuseKw !== undefined && fuseKw <= FAR * most;
  const top = isNear ? Math.max(most, fuseKw) : most;
  return { rows, step: top > 0 ? top / rows : 1, fuseKw: isNear ? fuseKw : null };
}

/** What the glyphs of the home's rows mean. */
export function homeLegend({ fuseKw }: HomeScale, paint: Paint): string {
  const fuse = fuseKw === null ? '' : `  ${paint('limit', `┄ fuse, ${Math.round(fuseKw * 100) / 100} kW`)}`;
  return `${paint('strong', ' kW')}        ${paint('charging', '█ cars')}  ${paint('grid', '▒ house')}${fuse}`;
}

/** What house and cars draw from the grid, the cars on top, and the line they may not pass. */
export function drawHome(columns: readonly Column[], scale: HomeScale, paint: Paint): string[] {
  const lines: string[] = [];
  for (let row = scale.rows - 1; row >= 0; row -= 1) {
    const isTop = row === scale.rows - 1;
    const label = isTop
      ? `${(scale.step * scale.rows).toFixed(1).padStart(LABEL_WIDTH)} ┤`
      : `${' '.repeat(LABEL_WIDTH)} │`;
    lines.push(
      label +
        drawCells(
          columns.map((column) => homeCell(column, scale, row)),
          paint,
        ),
    );
  }
  const axis = drawCells(
    columns.map(() => ({ glyph: '─', tone: 'faint' }) as const),
    paint,
  );
  return [...lines, `${(0).toFixed(1).padStart(LABEL_WIDTH)} ┼${axis}`];
}

function homeCell({ houseKw, carsKw }: Column, { step, fuseKw }: HomeScale, row: number): Cell {
  const inRow = (kw: number) => Math.min(1, Math.max(0, kw / step - row));
  const house = inRow(houseKw);
  const cars = inRow(houseKw + carsKw) - house;
  if (cars > 0 && cars >= house) {
    const glyph = rising((houseKw + carsKw) / step, row);
    if (glyph !== ' ') return { glyph, tone: 'charging' };
  }
  if (house >= SEEN) return { glyph: house >= 0.5 ? '▒' : '░', tone: 'grid' };
  const isFuse = fuseKw !== null && row === Math.ceil(fuseKw / step - 1e-9) - 1;
  return isFuse ? { glyph: '┄', tone: 'limit' } : { glyph: ' ', tone: 'faint' };
}
