import { chargeAtOnce } from '../engines/charge-at-once.ts';
import type { Plan, Problem } from '../problem/problem.ts';
import { checkPlan } from '../proof/check.ts';
import { blocksOf } from './blocks.ts';
import { wallClockMs } from './draw-columns.ts';
import { clockLabel, dayLabel } from './draw-labels.ts';
import type { Paint } from './paint.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
const LABEL_WIDTH = 11;
/** A number keeps its unit when lines are wrapped. */
const TIED = '\u00a0';
const percent = (soc: number) => `${Math.round(soc * 1000) / 10}${TIED}%`;
const nok = (value: number) => `${(Math.round(value * 100) / 100 + 0).toFixed(2)}${TIED}NOK`;
const kwh = (value: number) => `${value.toFixed(2)}${TIED}kWh`;

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
  const { energyKwh } = checkPlan(problem, plan.powerKw);
  const rows: SummaryRow[] = [
    ['car', carLine(problem, energyKwh)],
    ['charges', energyKwh > 0 ? `${kwh(energyKwh)}: ${blockLabels(problem, plan)}` : 'nothing'],
    ['costs', costLine(problem, plan)],
    ...priceRows,
    ['proof', proofLine(plan)],
    ['why', plan.explanation.join(' ')],
  ];
  if (plan.wouldCost.length > 0) rows.push(['what if', plan.wouldCost.map(whatIf).join('; ')]);
  return rows.flatMap(([label, text]) =>
    wrap(text, width - LABEL_WIDTH).map(
      (line, i) => ` ${paint('faint', (i === 0 ? label : '').padEnd(LABEL_WIDTH - 1))}${line}`,
    ),
  );
}

function carLine({ slots, vehicles: [vehicle] }: Problem, energyKwh: number): string {
  const { id = 'unnamed', soc, capacityKwh, efficiency, departSlot, targetSoc } = vehicle;
  const after = soc + (efficiency * energyKwh) / capacityKwh;
  const slot = slots[departSlot - 1] ?? slots[0];
  const leavesMs = slot ? wallClockMs(slot.start) + (departSlot > 0 ? slot.minutes * MINUTE_MS : 0) : 0;
  const until = `${dayLabel(leavesMs)} ${clockLabel(leavesMs)}`.replaceAll(' ', TIED);
  const car = `${id}, ${capacityKwh}${TIED}kWh`;
  return `${car}: ${percent(soc)} → ${percent(after)} (target ${percent(targetSoc)} by ${until})`;
}

function costLine(problem: Problem, plan: Plan): string {
  const atOnce = checkPlan(problem, chargeAtOnce(problem)).costNok;
  const saved = atOnce - plan.costNok;
  if (Math.abs(saved) < 0.005) return `${nok(plan.costNok)}, as charging at once`;
  const share = atOnce > 0 && plan.costNok >= 0 ? ` (${Math.round((100 * saved) / atOnce)}${TIED}%)` : '';
  return `${nok(plan.costNok)}; charging at once ${nok(atOnce)}: saves ${nok(saved)}${share}`;
}

function proofLine({ status, lowerBoundNok, gapNok, shortfallKwh, solver, solveMs }: Plan): string {
  const bound = `no plan can cost less than ${nok(lowerBoundNok)}; gap ${gapNok.toFixed(6)}`;
  const missing = shortfallKwh > 0 ? `; ${kwh(shortfallKwh)} cannot be had in time` : '';
  const time = solveMs > 0 ? ` in ${solveMs.toFixed(2)}${TIED}ms` : '';
  return `${status}: ${bound}${missing} (${solver}${time})`;
}

/** Clock times; with the weekday where the problem is longer than a day and the clock alone would not tell. */
function blockLabels(problem: Problem, plan: Plan): string {
  const minutes = problem.slots.reduce((sum, slot) => sum + slot.minutes, 0);
  const day = (ms: number) => (minutes > DAY_MINUTES ? `${dayLabel(ms).slice(0, 3)}${TIED}` : '');
  return blocksOf(problem, plan)
    .map(({ fromMs, untilMs }) => `${day(fromMs)}${clockLabel(fromMs)}–${clockLabel(untilMs)}`)
    .join(', ');
}

function whatIf({ change, nok: amount }: Plan['wouldCost'][number]): string {
  return `${change} ${amount < 0 ? '−' : '+'}${nok(Math.abs(amount))}`;
}

function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.map((line) => line.replaceAll(TIED, ' '));
}
