import { chargeAtOnce } from '../engines/charge-at-once.ts';
import type { Plan, Problem } from '../problem/problem.ts';
import { checkPlan, type PlanCheck } from '../proof/check.ts';
import { capacityRow } from './capacity-row.ts';
import { carRows } from './car-rows.ts';
import { wallClockMs } from './draw-columns.ts';
import { clockLabel } from './draw-labels.ts';
import type { Paint } from './paint.ts';
import { kw, kwh, nok, number, TIED } from './tied-amounts.ts';
import { whatIfLines } from './what-if-lines.ts';

const LABEL_WIDTH = 11;

/** A row of the summary: what it is about, and a text that is wrapped. */
export type SummaryRow = readonly [label: string, text: string];

/** The plan in words and numbers, for people; `priceRows` tell about the price. */
export function drawSummary(
  problem: Problem,
  plan: Plan,
  priceRows: readonly SummaryRow[],
  width: number,
  paint: Paint,
): string[] {
  const check = checkPlan(problem, plan.powerKw);
  const room = width - LABEL_WIDTH;
  const rows: SummaryRow[] = [
    ...carRows(problem, plan),
    ...fuseRow(problem, plan),
    ['costs', costLine(problem, plan)],
    ...capacityRow(problem, check),
    ...startRow(problem, plan, check),
    ...priceRows,
    ['proof', proofLine(plan)],
    ['why', plan.explanation.join(' ')],
  ];
  const lines = rows.map(([label, text]) => [label, wrap(text, room)] as const);
  if (plan.wouldCost.length > 0)
    lines.push(['what if', whatIfLines(problem, plan.wouldCost, room).flatMap((line) => wrap(line, room))]);
  return lines.flatMap(([label, texts]) =>
    texts.map((line, i) =>
      ` ${paint('faint', (i === 0 ? label : '').padEnd(LABEL_WIDTH - 1))}${line.replaceAll(TIED, ' ')}`.trimEnd(),
    ),
  );
}

/** The most that house and cars draw while a car charges, of what the fuse carries. */
function fuseRow({ slots, fuseKw }: Problem, { powerKw }: Plan): SummaryRow[] {
  if (fuseKw === undefined) return [];
  let [most, at] = [0, -1];
  for (const [t, { baseLoadKw = 0, solarKw = 0 }] of slots.entries()) {
    const evKw = powerKw.reduce((sum, row) => sum + (row[t] ?? 0), 0);
    if (evKw > 0 && baseLoadKw - solarKw + evKw > most) [most, at] = [baseLoadKw - solarKw + evKw, t];
  }
  const start = slots[at]?.start;
  if (start === undefined) return [];
  return [
    [
      'fuse',
      `house and cars draw at most ${number(most)} of ${kw(fuseKw)}, first at ${clockLabel(wallClockMs(start))}`,
    ],
  ];
}

function costLine(problem: Problem, plan: Plan): string {
  const atOnce = checkPlan(problem, chargeAtOnce(problem)).costNok;
  const saved = atOnce - plan.costNok;
  if (Math.abs(saved) < 0.005) return `${nok(plan.costNok)}, as charging at once`;
  const share = atOnce > 0 && plan.costNok >= 0 ? ` (${Math.round((100 * saved) / atOnce)}${TIED}%)` : '';
  return `${nok(plan.costNok)}; charging at once ${nok(atOnce)}: saves ${nok(saved)}${share}`;
}

function startRow({ startPenaltyNok = 0 }: Problem, { starts }: Plan, { parts }: PlanCheck): SummaryRow[] {
  if (startPenaltyNok === 0 || starts === 0) return [];
  const times = starts === 1 ? '1 start' : `${starts} starts`;
  return [['starts', `${times} at ${nok(startPenaltyNok)}: ${nok(parts.startNok)} of the costs`]];
}

/** What is proved of the cost; the gap in words where there is one. */
function proofLine({ status, lowerBoundNok, gapNok, shortfallKwh, solver, solveMs }: Plan): string {
  const bound = `no plan can cost less than ${nok(lowerBoundNok)}`;
  const gap =
    status === 'bounded' ? `: another could be ${nok(gapNok)} cheaper at most` : `; gap ${gapNok.toFixed(6)}`;
  const missing = shortfallKwh > 0 ? `; ${kwh(shortfallKwh)} cannot be had in time` : '';
  const time = solveMs > 0 ? ` in ${solveMs.toFixed(2)}${TIED}ms` : '';
  return `${status}: ${bound}${gap}${missing} (${solver}${time})`;
}

function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}
