import type { Paint, Tone } from './paint.ts';

/** One character of a picture. */
export interface Cell {
  readonly glyph: string;
  readonly tone: Tone;
}

/** A line of cells, painted in stretches of one tone. */
export function drawCells(cells: readonly Cell[], paint: Paint): string {
  let line = '';
  let stretch = '';
  let tone: Tone = 'faint';
  for (const cell of cells) {
    if (cell.tone !== tone) {
      line += paint(tone, stretch);
      stretch = '';
      tone = cell.tone;
    }
    stretch += cell.glyph;
  }
  return line + paint(tone, stretch);
}
