import type { Column } from './draw-columns.ts';
import { reachOf } from './draw-stack.ts';
import type { Paint, Tone } from './paint.ts';

/** A slot or two is used in part in any plan; more of them want a word. */
const FEW = 4;
const UNIT = ' NOK/kWh   ';

type Mark = readonly [tone: Tone, text: string];

/** What the glyphs of the prices and of the cars' rows mean. */
export function drawLegend(
  columns: readonly Column[],
  isStacked: boolean,
  width: number,
  paint: Paint,
): string[] {
  const lines = fitted(carMarks(columns), width - UNIT.length);
  return (isStacked ? [priceMarks(columns), ...lines] : lines).map((marks, i) => {
    const painted = marks.map(([tone, text]) => paint(tone, text)).join('  ');
    return (
      (i === 0
        ? paint('strong', UNIT.trimEnd()) + UNIT.slice(UNIT.trimEnd().length)
        : ' '.repeat(UNIT.length)) + painted
    );
  });
}

function priceMarks(columns: readonly Column[]): Mark[] {
  const hasDots = columns.some(({ layers }) => layers !== null && reachOf(layers).below < 0);
  return [
    ['plain', '█ power after support'],
    ['grid', '▒ grid tariff'],
    ['taxes', '░ taxes and VAT'],
    ...(hasDots ? [['strong', '• the sum'] as const] : []),
  ];
}

function carMarks(columns: readonly Column[]): Mark[] {
  const shares = columns.flatMap(({ cars }) => cars.map(({ share }) => share));
  const parts = shares.filter((share) => share > 0 && share < 1).length;
  return [
    ['charging', '━ charging'],
    ...(parts > FEW ? [['charging', '╍ at less than full power'] as const] : []),
    ...(shares.some((share) => share < 0) ? [['giving', '▾ feeding the house'] as const] : []),
    ['plain', '─ plugged in'],
    ['faint', '┈ away'],
  ];
}

/** The marks in as many lines as the width asks for. */
function fitted(marks: readonly Mark[], room: number): Mark[][] {
  const lines: Mark[][] = [[]];
  let used = 0;
  for (const mark of marks) {
    const length = mark[1].length + 2;
    if (used > 0 && used + length - 2 > room) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(mark);
    used += length;
  }
  return lines;
}
