import uPlot from 'uplot';
import { osloHours, osloTime } from '../time/oslo.ts';
import type { Speech } from '../words/words-context.ts';
import { colour } from './paint.ts';
import { paintBands, paintCharged } from './paint-bands.ts';
import { paintGuess } from './paint-guess.ts';
import { LABELS, paintMarks } from './paint-marks.ts';
import { LANE, paintPower } from './paint-power.ts';
import { paintUnknown } from './paint-unknown.ts';
import { paintZero } from './paint-zero.ts';
import type { PictureModel } from './picture-model.ts';
import { priceRange, stepSeries } from './step-series.ts';

/** What the chart is drawn from at any moment: it asks again at every redraw. */
export interface ChartSource {
  readonly model: PictureModel;
  readonly speech: Speech;
}

export interface Chart {
  readonly plot: uPlot;
  redraw(): void;
  resize(width: number): void;
  destroy(): void;
}

/** The chart's width where hours get labels twice as often, CSS pixels. */
const ROOMY = 640;
/** uPlot scales it to the screen's density itself, whole pixels only. */
const axisFont = '12px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';

/** Draws prices and plan into `place` and keeps them drawn. */
export function createChart(place: HTMLElement, source: () => ChartSource): Chart {
  const width = place.clientWidth || 320;
  const plot = new uPlot(options(place, source, width), stepSeries(source().model.quarters), place);
  return {
    plot,
    redraw: () => plot.setData(stepSeries(source().model.quarters)),
    resize: (to) => plot.setSize({ width: to, height: heightFor(to) }),
    destroy: () => plot.destroy(),
  };
}

function heightFor(width: number): number {
  return width >= ROOMY ? 352 : 264;
}

function options(place: HTMLElement, source: () => ChartSource, width: number): uPlot.Options {
  const { stepped } = uPlot.paths;
  const price = colour(place, '--price');
  return {
    width,
    height: heightFor(width),
    padding: [LABELS, 10, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: true, range: () => [source().model.span.fromAt / 1000, source().model.span.untilAt / 1000] },
      y: { range: () => priceRange(source().model.quarters) },
    },
    series: [
      {},
      {
        stroke: price,
        width: 2,
        points: { show: false },
        ...(stepped ? { paths: stepped({ align: 1 }) } : {}),
      },
    ],
    axes: [hourAxis(place, source), priceAxis(place, source)],
    hooks: {
      drawAxes: [(plot) => paintBands(plot, source().model), paintZero],
      draw: [
        (plot) => paintGuess(plot, source().model),
        (plot) => paintCharged(plot, source().model),
        (plot) => paintPower(plot, source().model, source().speech),
        (plot) => paintMarks(plot, source().model, source().speech),
        (plot) => paintUnknown(plot, source().model, source().speech.words),
      ],
    },
  };
}

/** Local hours: on the night of the changed clock, 02 comes twice or not at all. */
function hourAxis(place: HTMLElement, source: () => ChartSource): uPlot.Axis {
  return {
    stroke: colour(place, '--axis'),
    font: axisFont,
    size: 28 + LANE,
    gap: 4 + LANE,
    grid: { stroke: colour(place, '--grid'), width: 1 },
    ticks: { show: false },
    splits: (plot) => {
      const { fromAt, untilAt } = source().model.span;
      return osloHours(fromAt, untilAt, plot.width >= ROOMY ? 2 : 3).map((at) => at / 1000);
    },
    values: (_plot, splits) => splits.map((at) => String(osloTime(at * 1000).hour).padStart(2, '0')),
  };
}

function priceAxis(place: HTMLElement, source: () => ChartSource): uPlot.Axis {
  return {
    stroke: colour(place, '--axis'),
    font: axisFont,
    size: (_plot, values) => 14 + 7 * Math.max(2, ...(values ?? []).map((value) => value.length)),
    gap: 6,
    space: 44,
    grid: { stroke: colour(place, '--grid'), width: 1 },
    ticks: { show: false },
    values: (_plot, splits) => splits.map((ore) => source().speech.format.oreTick(ore)),
  };
}
