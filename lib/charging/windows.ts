import type { PlanWindow } from '../homes/index.ts';
import { HOUR_MS, type Instant } from '../time/index.ts';
import type { Span } from './quarter-shares.ts';

/** A stretch of time and the grid energy the plan wants in it, at full power or at so many amperes. */
export interface Portion extends Span {
  readonly gridKwh: number;
  readonly current?: { readonly ampere: number; readonly kw: number } | null;
}

const minuteMs = 60_000;
/** A window shorter than this is not worth a start and a stop of its own. */
const crumbMs = 5 * minuteMs;

/**
 * When to charge, and at how many amperes, so that each portion gets its energy. Consecutive portions in, ascending windows out. A
 * portion that is not full lies against the charging beside it; its length is rounded up to the minute.
 * Crumbs are kept where cars share a fuse: beside the others they fit where they are, and nowhere else.
 *
 *   energy   ▁ ▃ █ █ ▅ ▁        windows      ┌──────────┐
 *                                          ···│··│  │  │··│·····
 */
export function windowsOf(portions: readonly Portion[], maxKw: number, keepsCrumbs = false): PlanWindow[] {
  const windows: { fromAt: Instant; untilAt: Instant; ampere: number | null }[] = [];
  portions.forEach((portion, index) => {
    const window = within(portion, maxKw, startsLate(portions, index));
    if (window === null) return;
    const last = windows.at(-1);
    const goesOn = last?.untilAt === window.fromAt && last.ampere === window.ampere;
    if (goesOn) last.untilAt = window.untilAt;
    else windows.push(window);
  });
  return keepsCrumbs ? windows : withoutCrumbs(windows);
}

function within(
  portion: Portion,
  maxKw: number,
  late: boolean,
): { fromAt: Instant; untilAt: Instant; ampere: number | null } | null {
  const { fromAt, untilAt, gridKwh, current } = portion;
  const ampere = current?.ampere ?? null;
  const exactMs = (gridKwh / (current?.kw ?? maxKw)) * HOUR_MS;
  if (exactMs < 1) return null;
  const ms = Math.min(Math.ceil(exactMs / minuteMs - 1e-6) * minuteMs, untilAt - fromAt);
  return late ? { fromAt: untilAt - ms, untilAt, ampere } : { fromAt, untilAt: fromAt + ms, ampere };
}

/** Against the next portion's charging where none ends at its own start. */
function startsLate(portions: readonly Portion[], index: number): boolean {
  const charges = (at: number) => (portions[at]?.gridKwh ?? 0) > 0;
  return charges(index + 1) && !charges(index - 1);
}

/** A crumb's minutes go to the window beside it, towards where the crumb was: there is always room. */
function withoutCrumbs(windows: readonly PlanWindow[]): PlanWindow[] {
  const kept = [...windows];
  for (let index = 0; index < kept.length && kept.length > 1; ) {
    const crumb = kept[index] as PlanWindow;
    const ms = crumb.untilAt - crumb.fromAt;
    if (ms >= crumbMs) {
      index += 1;
      continue;
    }
    kept.splice(index, 1);
    const before = kept[index - 1];
    const after = kept[index] as PlanWindow;
    if (before !== undefined) kept[index - 1] = { ...before, untilAt: before.untilAt + ms };
    else kept[index] = { ...after, fromAt: after.fromAt - ms };
  }
  return kept;
}
