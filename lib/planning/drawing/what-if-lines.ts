import type { Plan, Problem } from '../problem/problem.ts';
import { nok } from './tied-amounts.ts';

const GAP = 3;
/** Few are told in a sentence, more of them in a table. */
const FEW = 4;

/** What changes would cost: in a sentence, or where there are many in columns of equal width, as many as fit. */
export function whatIfLines(problem: Problem, changes: Plan['wouldCost'], room: number): string[] {
  const told = changes.map(
    ({ change, nok: amount }) => [change, `${amount < 0 ? '−' : '+'}${nok(Math.abs(amount))}`] as const,
  );
  if (told.length <= FEW && problem.vehicles.length === 1)
    return [told.map((pair) => pair.join(' ')).join('; ')];
  const changeWidth = Math.max(...told.map(([change]) => change.length));
  const amountWidth = Math.max(...told.map(([, amount]) => amount.length));
  const cellWidth = changeWidth + 1 + amountWidth;
  const columns = cellWidth > room ? 1 : Math.max(1, Math.floor((room + GAP) / (cellWidth + GAP)));
  const cells = told.map(([change, amount]) =>
    cellWidth > room
      ? `${change} ${amount}`
      : tied(`${change.padEnd(changeWidth)} ${amount.padStart(amountWidth)}`),
  );
  const rows = Math.ceil(cells.length / columns);
  return Array.from({ length: rows }, (_, row) =>
    cells.filter((_cell, i) => i % rows === row).join(tied(' '.repeat(GAP))),
  );
}

/** A table's spaces are no places to wrap. */
function tied(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}
