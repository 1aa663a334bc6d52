import type uPlot from 'uplot';
import { colour, density, xOf, yOf } from './paint.ts';
import type { PictureModel } from './picture-model.ts';

/** Charging at a price near zero would have no height: the strip on the time axis shows it all the same. */
const STRIP = 4;

/** Fills the plan's charging between zero and the price. */
export function paintBlocks(plot: uPlot, { blocks }: PictureModel): void {
  const { ctx, bbox } = plot;
  const plan = colour(plot.root, '--plan');
  const zero = yOf(plot, 0);
  const strip = STRIP * density();
  ctx.save();
  ctx.fillStyle = plan;
  for (const { fromAt, untilAt, price } of blocks) {
    const x = xOf(plot, fromAt);
    const width = Math.max(xOf(plot, untilAt) - x, 1);
    if (price !== null) {
      const y = yOf(plot, price);
      ctx.globalAlpha = 0.62;
      ctx.fillRect(x, Math.min(y, zero), width, Math.abs(zero - y));
    }
    ctx.globalAlpha = 1;
    ctx.fillRect(x, bbox.top + bbox.height - strip, width, strip);
  }
  ctx.restore();
}

/** Zero is drawn where prices go below it. */
export function paintZero(plot: uPlot): void {
  const { ctx, bbox, scales } = plot;
  if ((scales.y?.min ?? 0) >= 0) return;
  const zero = yOf(plot, 0);
  ctx.save();
  ctx.fillStyle = colour(plot.root, '--below-zero');
  ctx.fillRect(bbox.left, zero, bbox.width, bbox.top + bbox.height - zero);
  ctx.strokeStyle = colour(plot.root, '--zero');
  ctx.lineWidth = density();
  ctx.beginPath();
  ctx.moveTo(bbox.left, zero);
  ctx.lineTo(bbox.left + bbox.width, zero);
  ctx.stroke();
  ctx.restore();
}
