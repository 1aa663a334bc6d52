import { chargeWindow, type WindowSlot } from '../engines/charge-window.ts';
import type { Problem } from '../problem/problem.ts';

/** An engine's rounding, kW: nearer than this to nothing or to full power is that. Less where full power itself is next to nothing. */
const SNAP_KW = 1e-6;
const SNAP_SHARE = 1e-3;
/** An engine's rounding over a whole schedule, kWh. */
const SLACK_KWH = 1e-5;
/** Powers are told to the microwatt. */
const STEPS_PER_KW = 1e9;

/**
 * Takes an engine's rounding out of a checked schedule: powers that are almost none or almost full become so, the part-filled slot takes
 * up the difference to exactly what is needed (or fits), and every limit then holds as written, not just nearly.
 */
export function settlePowers(problem: Problem, powerKw: readonly number[]): number[] {
  const [{ maxKw }] = problem.vehicles;
  const { slots, needKwh, roomKwh } = chargeWindow(problem);
  const settled = powerKw.map(() => 0);
  for (const { t } of slots) settled[t] = snap(powerKw[t] ?? 0, maxKw);
  const kwh = () => slots.reduce((sum, { t, hours }) => sum + (settled[t] ?? 0) * hours, 0);

  const wanted = [needKwh, roomKwh].find((goal) => Math.abs(kwh() - goal) <= SLACK_KWH);
  for (const { t, hours } of slots) {
    const kw = settled[t] ?? 0;
    if (kw === 0 || kw === maxKw) continue;
    const exact = wanted === undefined ? kw : clamp(kw + (wanted - kwh()) / hours, maxKw);
    settled[t] = Math.ceil(exact * STEPS_PER_KW - 1e-3) / STEPS_PER_KW;
    // Rounding up serves the target; where it would overfill the battery or the cable, down.
    if (kwh() > roomKwh || settled[t] > maxKw) settled[t] = Math.floor(exact * STEPS_PER_KW) / STEPS_PER_KW;
  }
  trimOverfill(settled, slots, kwh() - roomKwh);
  return settled;
}

/** Where full slots together are a hair more than the battery holds, the last of them gives way. */
function trimOverfill(settled: number[], slots: readonly WindowSlot[], overKwh: number): void {
  const last = slots.findLast(({ t }) => (settled[t] ?? 0) > 0);
  if (!last || overKwh <= 0) return;
  const kw = (settled[last.t] ?? 0) - overKwh / last.hours;
  settled[last.t] = Math.max(0, Math.floor(kw * STEPS_PER_KW) / STEPS_PER_KW);
}

function snap(kw: number, maxKw: number): number {
  const near = Math.min(SNAP_KW, maxKw * SNAP_SHARE);
  if (kw < near) return 0;
  return kw > maxKw - near ? maxKw : kw;
}

function clamp(kw: number, maxKw: number): number {
  return Math.min(maxKw, Math.max(0, kw));
}
