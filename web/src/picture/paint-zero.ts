import type uPlot from 'uplot';
import { colour, density, yOf } from './paint.ts';

/** Zero is drawn, over everything, where prices or their power go below it. */
export function paintZero(plot: uPlot): void {
  const { ctx, bbox, scales } = plot;
  if ((scales.y?.min ?? 0) >= 0) return;
  const zero = yOf(plot, 0);
  ctx.save();
  ctx.strokeStyle = colour(plot.root, '--zero');
  ctx.lineWidth = density();
  ctx.beginPath();
  ctx.moveTo(bbox.left, zero);
  ctx.lineTo(bbox.left + bbox.width, zero);
  ctx.stroke();
  ctx.restore();
}
