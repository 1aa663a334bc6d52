import { AXIS_WIDTH, drawPanel, scaleFor } from './draw-chart.ts';
import { type Column, hourColumns, quarterColumns } from './draw-columns.ts';
import { drawSummary } from './draw-summary.ts';
import { type Paint, paintFor } from './paint.ts';
import type { Plan, Problem } from './problem.ts';

const MOST_PANELS = 4;

export interface DrawOptions {
  /** Columns of the terminal; 80 unless told. */
  readonly width?: number;
  readonly color?: boolean;
}

/** The plan for a terminal: price bars by quarter hour with the charging marked, then cost, proof and reasons. */
export function drawPlan(
  problem: Problem,
  plan: Plan,
  { width = 80, color = false }: DrawOptions = {},
): string {
  const paint = paintFor(color);
  const panels = fold(quarterColumns(problem, plan), width - AXIS_WIDTH - 1);
  const prices = panels.flatMap((columns) => columns.map(({ price }) => price));
  const scale = scaleFor(prices, panels.length > 2 ? 5 : 8);
  const chart = panels.flatMap((columns) => [...drawPanel(columns, scale, paint), '']);
  return [legend(paint), ...chart, ...drawSummary(problem, plan, width, paint)].join('\n');
}

/** Panels of equal width in whole hours; by the hour instead of the quarter where that would be too many. */
function fold(quarters: readonly Column[], room: number): Column[][] {
  const columns = quarters.length > MOST_PANELS * room ? hourColumns(quarters) : quarters;
  const panels = Math.ceil(columns.length / room);
  const perPanel = Math.min(room, Math.ceil(columns.length / panels / 4) * 4);
  const starts = Array.from({ length: Math.ceil(columns.length / perPanel) }, (_, i) => i * perPanel);
  return starts.map((start) => columns.slice(start, start + perPanel));
}

function legend(paint: Paint): string {
  const marks = `${paint('charging', '━ charging')}  ${paint('plain', '─ plugged in')}  ${paint('faint', '┈ away')}`;
  return `${paint('strong', ' NOK/kWh')}   ${marks}`;
}
