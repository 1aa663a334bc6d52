import type uPlot from 'uplot';
import { colour, density, xOf, yOf } from './paint.ts';
import type { PictureModel } from './picture-model.ts';

/** Over guessed prices: a dashed line where the known ones have a whole one. */
export function paintGuess(plot: uPlot, { stretches }: PictureModel): void {
  const { ctx } = plot;
  const guessed = stretches.filter(({ isGuess, price }) => isGuess && price !== null);
  ctx.save();
  ctx.strokeStyle = colour(plot.root, '--guess');
  ctx.lineWidth = 1.5 * density();
  ctx.setLineDash([4 * density(), 3 * density()]);
  ctx.beginPath();
  guessed.forEach(({ fromAt, untilAt, price }, index) => {
    const y = yOf(plot, price ?? 0);
    const goesOn = guessed[index - 1]?.untilAt === fromAt;
    ctx[goesOn ? 'lineTo' : 'moveTo'](xOf(plot, fromAt), y);
    ctx.lineTo(xOf(plot, untilAt), y);
  });
  ctx.stroke();
  ctx.restore();
}
