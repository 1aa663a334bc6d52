import type { Plan, Problem, Slot, Vehicle } from '../problem/problem.ts';
import { batteryPath } from '../words/battery-path.ts';
import { type Block, blocksOf, givingBlocks } from './blocks.ts';
import { carLabels } from './draw-cars.ts';
import { wallClockMs } from './draw-columns.ts';
import { clockLabel, dayLabel } from './draw-labels.ts';
import type { SummaryRow } from './draw-summary.ts';
import { kw, kwh, percent, TIED } from './tied-amounts.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** Of each car what its battery comes to, and when it charges. */
export function carRows({ slots, vehicles }: Problem, { powerKw }: Plan): SummaryRow[] {
  const labels = carLabels(vehicles);
  return vehicles.flatMap((vehicle, v): SummaryRow[] => {
    const { id } = vehicle;
    const row = powerKw[v] ?? [];
    const label = vehicles.length > 1 ? (labels[v] ?? 'car') : 'car';
    const name = label === 'car' ? `${id ?? 'unnamed'}, ` : id === undefined || id === label ? '' : `${id}, `;
    return [
      [label, `${name}${batteryLine(vehicle, slots, row)}`],
      ['charges', chargeLine(vehicle, slots, row)],
      ...gives(slots, row),
    ];
  });
}

function batteryLine(vehicle: Vehicle, slots: readonly Slot[], row: readonly number[]): string {
  const { soc, capacityKwh, departSlot, targetSoc } = vehicle;
  const after = (batteryPath(vehicle, slots, row).at(-1) ?? 0) / capacityKwh;
  const slot = slots[departSlot - 1] ?? slots[0];
  const leavesMs = slot ? wallClockMs(slot.start) + (departSlot > 0 ? slot.minutes * MINUTE_MS : 0) : 0;
  const until = `${dayLabel(leavesMs)} ${clockLabel(leavesMs)}`.replaceAll(' ', TIED);
  return `${capacityKwh}${TIED}kWh: ${percent(soc)} → ${percent(after)} (target ${percent(targetSoc)} by ${until})`;
}

function chargeLine(vehicle: Vehicle, slots: readonly Slot[], row: readonly number[]): string {
  const energyKwh = sumKwh(slots, row, 1);
  const blocks = blocksOf(vehicle, slots, row);
  return energyKwh > 0 ? `${kwh(energyKwh)}: ${blockLabels(slots, blocks)}` : 'nothing';
}

function gives(slots: readonly Slot[], row: readonly number[]): SummaryRow[] {
  const givenKwh = sumKwh(slots, row, -1);
  return givenKwh > 0
    ? [['gives', `${kwh(givenKwh)} to the house: ${blockLabels(slots, givingBlocks(slots, row))}`]]
    : [];
}

/** Grid side, of what flows in (`side` 1) or out (−1). */
function sumKwh(slots: readonly Slot[], row: readonly number[], side: 1 | -1): number {
  return slots.reduce((sum, { minutes }, t) => sum + (Math.max(0, side * (row[t] ?? 0)) * minutes) / 60, 0);
}

/** Clock times; with the weekday where the problem is longer than a day and the clock alone would not tell. */
function blockLabels(slots: readonly Slot[], blocks: readonly Block[]): string {
  const minutes = slots.reduce((sum, slot) => sum + slot.minutes, 0);
  const day = (ms: number) => (minutes > DAY_MINUTES ? `${dayLabel(ms).slice(0, 3)}${TIED}` : '');
  return blocks
    .map(({ fromMs, untilMs, kw: power }) => {
      const at = power === null ? '' : `${TIED}at${TIED}${kw(Math.round(power * 10) / 10)}`;
      return `${day(fromMs)}${clockLabel(fromMs)}–${clockLabel(untilMs)}${at}`;
    })
    .join(', ');
}
