import { instant } from '../time/oslo.ts';
import type { Format } from '../words/format.ts';
import type { Words } from '../words/nb.ts';
import type { Capacity } from './capacity-sentences.ts';

export interface CapacityBar {
  readonly label: string;
  readonly kw: number;
  readonly kind: 'peak' | 'expected' | 'alone' | 'plan';
}

/** The month's highest days so far, known or expected, then what the fee counts: the house alone, and with the plan. */
export function capacityBars(capacity: Capacity, { capacity: say }: Words, format: Format): CapacityBar[] {
  const { peaks, demandAloneKw, demandKw } = capacity;
  return [
    // Noon is the same day in every summer and winter time.
    ...peaks.map(({ date, kw, known }) => {
      const day = format.day(instant(`${date}T12:00:00Z`));
      return {
        label: known ? day : say.expected(day),
        kw,
        kind: known ? ('peak' as const) : ('expected' as const),
      };
    }),
    { label: say.alone, kw: demandAloneKw, kind: 'alone' as const },
    { label: say.withPlan, kw: demandKw, kind: 'plan' as const },
  ];
}

/** What the whole width stands for, kW: every bar, and the end of the step with air behind it. */
export function widestKw(bars: readonly CapacityBar[], uptoKw: number | null): number {
  return Math.max(1, ...bars.map(({ kw }) => kw), (uptoKw ?? 0) * 1.12);
}
