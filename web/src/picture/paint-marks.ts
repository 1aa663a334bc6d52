import type uPlot from 'uplot';
import type { Instant } from '../time/oslo.ts';
import type { Speech } from '../words/words-context.ts';
import { colour, density, font, xOf } from './paint.ts';
import type { PictureModel } from './picture-model.ts';

/** Above the plot: day names in the upper line, plug-in and departure in the lower. CSS pixels from the top. */
export const LABELS = 40;
const DAY_LINE = 12;
const MARK_LINE = 29;

interface Mark {
  readonly at: Instant;
  readonly label: string;
  readonly line: number;
  readonly colour: `--${string}`;
  readonly dash: readonly number[];
}

/** Midnights with their day, when the car was plugged in, when it must be ready. */
export function paintMarks(plot: uPlot, model: PictureModel, speech: Speech): void {
  for (const mark of marksOf(plot, model, speech)) paintMark(plot, mark);
}

function marksOf(plot: uPlot, model: PictureModel, { words, format }: Speech): Mark[] {
  const marks = model.midnights.map((at) => dayMark(at, format.day(at)));
  const firstMidnight = model.midnights[0] ?? model.span.untilAt;
  const room = xOf(plot, firstMidnight) - xOf(plot, model.span.fromAt);
  if (room > 90 * density()) marks.push(dayMark(model.span.fromAt, format.day(model.span.fromAt)));
  if (model.pluggedInAt !== null) {
    // Before a ready time that is near there is room for the clock alone.
    const isNear =
      model.readyAt !== null && xOf(plot, model.readyAt) - xOf(plot, model.pluggedInAt) < 210 * density();
    const what = isNear ? '' : words.picture.plugIn;
    marks.push(edge(model.pluggedInAt, what, format.clock(model.pluggedInAt), '--plug-in'));
  }
  if (model.readyAt !== null)
    marks.push(edge(model.readyAt, words.picture.readyBy, format.clock(model.readyAt), '--ready-by'));
  return marks;
}

function dayMark(at: Instant, label: string): Mark {
  return { at, label, line: DAY_LINE, colour: '--midnight', dash: [] };
}

function edge(at: Instant, what: string, clock: string, name: `--${string}`): Mark {
  return { at, label: `${what} ${clock}`.trim(), line: MARK_LINE, colour: name, dash: [3, 3] };
}

function paintMark(plot: uPlot, mark: Mark): void {
  const { ctx, bbox } = plot;
  const x = xOf(plot, mark.at);
  const unit = density();
  ctx.save();
  ctx.strokeStyle = colour(plot.root, mark.colour);
  ctx.lineWidth = unit;
  ctx.setLineDash(mark.dash.map((length) => length * unit));
  ctx.beginPath();
  ctx.moveTo(x, (mark.line - 9) * unit);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.fillStyle = colour(plot.root, `${mark.colour}-text`);
  ctx.font = font(11.5, mark.line === DAY_LINE ? 400 : 600);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  const width = ctx.measureText(mark.label).width;
  const gap = 5 * unit;
  // A label that would leave the picture stands on the other side of its line.
  const fits = x + gap + width <= ctx.canvas.width;
  ctx.fillText(mark.label, fits ? x + gap : x - gap - width, (mark.line - 3) * unit);
  ctx.restore();
}
