import type uPlot from 'uplot';
import { colour, density, xOf, yOf } from './paint.ts';
import type { PictureModel } from './picture-model.ts';
import { type PriceBands, type StackedBand, stacked } from './price-bands.ts';
import type { Stretch } from './price-stretches.ts';

/** Hours the plan leaves out step back, so that those it takes stand out. */
const RESTING = 0.5;
/** The line on top of what is charged, CSS pixels. */
const CAP = 4;
/** Between the stripes of what is taken off, CSS pixels. */
const STRIPE = 7;

type Levels = Pick<StackedBand, 'from' | 'to'>;

/** Fills what each price is made of, from zero to the price: faintly, and in full where the plan charges. */
export function paintBands(plot: uPlot, { stretches, blocks }: PictureModel): void {
  for (const stretch of stretches) paintStack(plot, stretch, RESTING);
  for (const block of blocks) {
    paintStack(plot, block, 1);
    paintCharging(plot, block);
  }
}

/** A price of unknown parts is one band in the colour of the price. */
function paintStack(plot: uPlot, stretch: Stretch, alpha: number): void {
  const { price, bands } = stretch;
  const { ctx } = plot;
  ctx.save();
  ctx.globalAlpha = alpha;
  if (bands) paintParts(plot, stretch, bands);
  else if (price !== null && stretch.isGuess) hatch(plot, stretch, { from: 0, to: price }, '--guess');
  else if (price !== null) {
    ctx.fillStyle = colour(plot.root, '--price-fill');
    fill(plot, stretch, { from: 0, to: price });
  }
  ctx.restore();
}

/** Power below zero is striped over the bands that climb through it: it is taken off their sum. */
function paintParts(plot: uPlot, stretch: Stretch, bands: PriceBands): void {
  const [power, ...others] = stacked(bands);
  const plain = bands.power < 0 ? others : [power, ...others];
  for (const band of plain) {
    if (!band) continue;
    plot.ctx.fillStyle = colour(plot.root, `--band-${band.name}`);
    fill(plot, stretch, band);
  }
  if (power && bands.power < 0) hatch(plot, stretch, power, '--band-power');
}

function fill(plot: uPlot, { fromAt, untilAt }: Stretch, { from, to }: Levels) {
  const [x, y] = [xOf(plot, fromAt), yOf(plot, Math.max(from, to))];
  plot.ctx.fillRect(x, y, Math.max(xOf(plot, untilAt) - x, 1), yOf(plot, Math.min(from, to)) - y);
}

/** Slanted lines of one colour, the same over neighbours: they meet at the edges. */
function hatch(plot: uPlot, { fromAt, untilAt }: Stretch, { from, to }: Levels, ink: `--${string}`): void {
  const { ctx } = plot;
  const [left, right] = [xOf(plot, fromAt), xOf(plot, untilAt)];
  const [top, bottom] = [yOf(plot, Math.max(from, to)), yOf(plot, Math.min(from, to))];
  const step = STRIPE * density();
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, right - left, bottom - top);
  ctx.clip();
  ctx.strokeStyle = colour(plot.root, ink);
  ctx.lineWidth = step / 3;
  ctx.beginPath();
  const first = Math.floor((left + top) / step) * step;
  for (let sum = first; sum <= right + bottom; sum += step) {
    ctx.moveTo(sum - top, top);
    ctx.lineTo(sum - bottom, bottom);
  }
  ctx.stroke();
  ctx.restore();
}

/** Where the plan charges, a price of unknown parts is filled in the plan's colour too. */
function paintCharging(plot: uPlot, stretch: Stretch): void {
  const { ctx } = plot;
  const { price, bands } = stretch;
  if (price === null || bands !== null) return;
  ctx.save();
  ctx.fillStyle = colour(plot.root, '--plan');
  ctx.globalAlpha = 0.62;
  fill(plot, stretch, { from: 0, to: price });
  ctx.restore();
}

/** The top of what is charged, over the line of prices. */
export function paintCharged(plot: uPlot, { blocks }: PictureModel): void {
  const { ctx } = plot;
  const half = (CAP * density()) / 2;
  ctx.save();
  ctx.fillStyle = colour(plot.root, '--plan');
  for (const { fromAt, untilAt, price } of blocks) {
    if (price === null) continue;
    const x = xOf(plot, fromAt);
    ctx.fillRect(x, yOf(plot, price) - half, Math.max(xOf(plot, untilAt) - x, 1), half * 2);
  }
  ctx.restore();
}
