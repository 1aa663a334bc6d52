import type { Plan, Problem } from '../problem/problem.ts';
import { carNames } from '../words/car-names.ts';
import { carLabels } from './draw-cars.ts';
import { nok, TIED } from './tied-amounts.ts';

const GAP = 2;
const HOME = 'home';
/** Few are told in a sentence, more of them in a table. */
const FEW = 3;

type Told = Plan['wouldCost'][number];

/** What changes would cost: for one car a list, for several a table with a column for each and one for the home. */
export function whatIfLines({ vehicles }: Problem, changes: Plan['wouldCost'], room: number): string[] {
  if (vehicles.length === 1) return listLines(changes);
  const cells = changes.map((told) => cellOf(told, carNames(vehicles)));
  const columns = [...carLabels(vehicles), HOME];
  const width =
    Math.max(...cells.map(({ amount }) => amount.length), ...columns.map(({ length }) => length)) + GAP;
  const names = [...new Set(cells.map(({ change }) => change))];
  const nameWidth = Math.max(...names.map(({ length }) => length));
  if (nameWidth + columns.length * width > room) return listLines(changes);
  const head = 'NOK'.padEnd(nameWidth) + columns.map((column) => column.padStart(width)).join('');
  const rows = names.map((name) => {
    const amounts = columns.map(
      (_, v) => cells.find((cell) => cell.change === name && cell.v === v)?.amount ?? '',
    );
    return name.padEnd(nameWidth) + amounts.map((amount) => amount.padStart(width)).join('');
  });
  return [head, ...rows].map((line) => tied(line.trimEnd()));
}

function listLines(changes: Plan['wouldCost']): string[] {
  if (changes.length <= FEW)
    return [changes.map((told) => `${told.change} ${signed(told)}${TIED}NOK`).join('; ')];
  const width = Math.max(...changes.map(({ change }) => change.length));
  const amountWidth = Math.max(...changes.map((told) => signed(told).length));
  return changes.map(
    (told) => `${tied(told.change.padEnd(width))} ${tied(signed(told).padStart(amountWidth))}${TIED}NOK`,
  );
}

/** Which column a change belongs to: the car whose name it begins with, else the home. */
function cellOf(told: Told, names: readonly string[]): { change: string; v: number; amount: string } {
  const v = names.findIndex((name) => told.change.startsWith(`${name} `));
  const change = v < 0 ? told.change : told.change.slice((names[v]?.length ?? 0) + 1);
  return { change, v: v < 0 ? names.length : v, amount: signed(told) };
}

function signed({ nok: amount }: Told): string {
  return `${amount < 0 ? '−' : '+'}${nok(Math.abs(amount)).split(TIED)[0]}`;
}

/** A table's spaces are no places to wrap. */
function tied(text: string): string {
  return text.replaceAll(' ', TIED);
}
