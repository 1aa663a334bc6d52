import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutSlots } from '../../lib/planning/index.ts';
import { HOUR_MS } from '../../lib/time/index.ts';

const hours = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ startAt: i * HOUR_MS, minutes: 60 as const }));

describe('slots that the stay cuts', () => {
  it('carry together what full power gives in the stay, each at most full power', () => {
    const minute = fc.integer({ min: 0, max: 10 * 60 });
    fc.assert(
      fc.property(minute, minute, fc.double({ min: 1, max: 22, noNaN: true }), (a, b, maxKw) => {
        const [fromAt, untilAt] = [Math.min(a, b) * 60_000, Math.max(a, b) * 60_000];
        const limits = cutSlots(hours(10), { fromAt, untilAt }, maxKw);
        expect(limits.reduce((sum, kw) => sum + kw, 0)).toBeCloseTo(
          (maxKw * (untilAt - fromAt)) / HOUR_MS,
          9,
        );
        expect(limits.every((kw) => kw >= 0 && kw <= maxKw)).toBe(true);
      }),
    );
  });

  it('cut the first and the last, and the one that is both', () => {
    const stay = (from: number, until: number) => ({ fromAt: from * 60_000, untilAt: until * 60_000 });
    expect(cutSlots(hours(3), stay(45, 150), 8)).toEqual([2, 8, 4]);
    expect(cutSlots(hours(2), stay(15, 45), 8)).toEqual([4, 0]);
    expect(cutSlots([{ startAt: 0, minutes: 15 }], stay(10, 60), 9)).toEqual([3]);
  });
});
