import type uPlot from 'uplot';
import { QUARTER_MS } from '../time/oslo.ts';
import type { Words } from '../words/nb.ts';
import { colour, density, font, xOf } from './paint.ts';
import type { PictureModel } from './picture-model.ts';

/** Says in the empty part of the picture when its prices come, where there is room to say it. */
export function paintUnknown(plot: uPlot, { quarters }: PictureModel, words: Words): void {
  const last = quarters.findLast(({ price }) => price !== null);
  if (!last) return;
  const { ctx, bbox } = plot;
  const from = xOf(plot, last.startAt + QUARTER_MS);
  const width = bbox.left + bbox.width - from;
  ctx.save();
  ctx.font = font(12);
  ctx.fillStyle = colour(plot.root, '--axis');
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  const lines = fitted(ctx, words.picture.later, width - 12 * density());
  lines.forEach((line, index) => {
    const below = (index - (lines.length - 1) / 2) * 17 * density();
    ctx.fillText(line, from + width / 2, bbox.top + bbox.height / 2 + below);
  });
  ctx.restore();
}

/** The text in as few lines as it needs; nothing where not even a word fits. */
function fitted(ctx: CanvasRenderingContext2D, text: string, width: number): string[] {
  const fits = (line: string) => ctx.measureText(line).width <= width;
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.every(fits) ? lines : [];
}
