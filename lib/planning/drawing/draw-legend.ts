import type { Column } from './draw-columns.ts';
import { reachOf } from './draw-stack.ts';
import type { Paint } from './paint.ts';

/** A slot or two is used in part in any plan; more of them want a word. */
const FEW = 4;

/** What the glyphs of the prices and of the cars' rows mean. */
export function drawLegend(columns: readonly Column[], isStacked: boolean, paint: Paint): string[] {
  const unit = paint('strong', ' NOK/kWh');
  const marks = carMarks(columns, paint);
  if (!isStacked) return [`${unit}   ${marks}`];
  const layers = `${paint('plain', '█ power after support')}  ${paint('grid', '▒ grid tariff')}  ${paint('taxes', '░ taxes and VAT')}`;
  const hasDots = columns.some((column) => column.layers !== null && reachOf(column.layers).below < 0);
  const dots = hasDots ? `  ${paint('strong', '• the sum')}` : '';
  return [`${unit}   ${layers}${dots}`, `           ${marks}`];
}

function carMarks(columns: readonly Column[], paint: Paint): string {
  const shares = columns.flatMap(({ cars }) => cars.map(({ share }) => share));
  const parts = shares.filter((share) => share > 0 && share < 1).length;
  return [
    paint('charging', '━ charging'),
    ...(parts > FEW ? [paint('charging', '╍ at less than full power')] : []),
    ...(shares.some((share) => share < 0) ? [paint('giving', '▾ feeding the house')] : []),
    paint('plain', '─ plugged in'),
    paint('faint', '┈ away'),
  ].join('  ');
}
