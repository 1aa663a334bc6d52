import type { Price } from '../../tariffs/index.ts';
import type { Plan, Problem } from '../problem/problem.ts';
import { carLabels } from './draw-cars.ts';
import { AXIS_WIDTH, drawChart, type Scale, scaleFor } from './draw-chart.ts';
import { type Column, hourColumns, quarterColumns } from './draw-columns.ts';
import { drawHome, homeLegend, homeScale, isHomeKnown } from './draw-home.ts';
import { timeLabels } from './draw-labels.ts';
import { drawLegend } from './draw-legend.ts';
import { reachOf } from './draw-stack.ts';
import { drawSummary, type SummaryRow } from './draw-summary.ts';
import { type Paint, paintFor } from './paint.ts';

const MOST_PANELS = 4;

/** What the prices of a home are made of. */
export interface PriceMakeUp {
  /** By slot of the problem. */
  readonly prices: readonly Price[];
  /** Rows of the summary that tell the home's price in words. */
  readonly rows: readonly SummaryRow[];
}

export interface DrawOptions {
  /** Columns of the terminal; 80 unless told. */
  readonly width?: number;
  readonly color?: boolean;
  /** Stacks the bars from what the prices are made of. */
  readonly made?: PriceMakeUp | undefined;
}

/** The plan for a terminal: price bars by quarter hour, each car's charging, the home's total; then cost, proof and reasons. */
export function drawPlan(
  problem: Problem,
  plan: Plan,
  { width = 80, color = false, made }: DrawOptions = {},
): string {
  const paint = paintFor(color);
  const panels = fold(quarterColumns(problem, plan, made?.prices), width - AXIS_WIDTH - 1);
  const scale = scaleOf(panels, made !== undefined);
  const cars = carLabels(problem.vehicles);
  const home = homeOf(problem, panels, paint);
  const chart = panels.flatMap((columns, i) => [
    ...drawChart(columns, scale, cars, paint),
    ...home(columns, i === 0),
    ...timeLabels(columns).map((labels) => paint('faint', ' '.repeat(AXIS_WIDTH) + labels).trimEnd()),
    '',
  ]);
  const rows = drawSummary(problem, plan, made?.rows ?? [], width, paint);
  return [...drawLegend(panels.flat(), made !== undefined, width, paint), ...chart, ...rows].join('\n');
}

/** Draws the home's total below a panel's prices, where anything is known of it; the first time with what its glyphs mean. */
function homeOf(problem: Problem, panels: readonly (readonly Column[])[], paint: Paint) {
  const scale = homeScale(problem, panels.flat(), panels.length > 2 ? 3 : 5);
  return (columns: readonly Column[], isFirst: boolean): string[] => {
    if (!isHomeKnown(problem)) return [];
    return [...(isFirst ? [homeLegend(scale, paint)] : ['']), ...drawHome(columns, scale, paint)];
  };
}

/** Layers want a finer picture than prices alone. */
function scaleOf(panels: readonly (readonly Column[])[], isStacked: boolean): Scale {
  const extremes = panels.flat().flatMap(({ price, layers }) => {
    if (!layers) return [price];
    const { above, below } = reachOf(layers);
    return [above, below];
  });
  const fewRows = isStacked ? 8 : 5;
  return scaleFor(extremes, panels.length > 2 ? fewRows : isStacked ? 14 : 8);
}

/** Panels of equal width in whole hours; by the hour instead of the quarter where that would be too many. */
function fold(quarters: readonly Column[], room: number): Column[][] {
  const columns = quarters.length > MOST_PANELS * room ? hourColumns(quarters) : quarters;
  const panels = Math.ceil(columns.length / room);
  const perPanel = Math.min(room, Math.ceil(columns.length / panels / 4) * 4);
  const starts = Array.from({ length: Math.ceil(columns.length / perPanel) }, (_, i) => i * perPanel);
  return starts.map((start) => columns.slice(start, start + perPanel));
}
