import type uPlot from 'uplot';
import type { Speech } from '../words/words-context.ts';
import { colour, density, font, xOf } from './paint.ts';
import type { PictureModel } from './picture-model.ts';

/** Between the prices and the hours, where the plan's power stands, CSS pixels. */
export const LANE = 38;
/** The tallest power in it, CSS pixels. */
const TALLEST = 28;
/** A power nobody told, CSS pixels. */
const UNTOLD = 5;

/** How hard the plan charges, and when: to the minute, and seen at any price. */
export function paintPower(plot: uPlot, { blocks, topKw, span }: PictureModel, { format }: Speech): void {
  const { ctx, bbox } = plot;
  const unit = density();
  const bottom = bbox.top + bbox.height + (LANE - 2) * unit;
  ctx.save();
  ctx.fillStyle = colour(plot.root, '--grid');
  ctx.fillRect(bbox.left, bottom - TALLEST * unit, bbox.width, unit);
  ctx.fillRect(bbox.left, bottom, bbox.width, unit);
  ctx.fillStyle = colour(plot.root, '--plan');
  for (const { fromAt, untilAt, kw } of blocks) {
    const height = Math.round((kw === null ? UNTOLD : (kw / topKw) * TALLEST) * unit);
    const x = xOf(plot, fromAt);
    ctx.fillRect(x, bottom - height, Math.max(xOf(plot, untilAt) - x, 1), height);
  }
  ctx.fillStyle = colour(plot.root, '--axis');
  ctx.font = font(11);
  ctx.textAlign = 'right';
  ctx.textBaseline = 'middle';
  // The number above its unit: beside each other they are wider than the axis.
  const [top = '', kw = ''] = format.kw(topKw).split('\u00a0');
  const left = xOf(plot, span.fromAt) - 6 * unit;
  ctx.fillText(top, left, bottom - (TALLEST - 5) * unit);
  ctx.fillText(kw, left, bottom - (TALLEST - 18) * unit);
  ctx.restore();
}
