import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Portion, windowsOf } from '../../lib/charging/windows.ts';
import { HOUR_MS, QUARTER_MS } from '../../lib/time/index.ts';
import { evening } from './support/a-vehicle.ts';

const maxKw = 11;
const fullKwh = (maxKw * QUARTER_MS) / HOUR_MS;

function portions(shares: readonly number[]): Portion[] {
  return shares.map((share, index) => ({
    fromAt: evening + index * QUARTER_MS,
    untilAt: evening + (index + 1) * QUARTER_MS,
    gridKwh: share * fullKwh,
  }));
}

const shares = fc.array(
  fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
  {
    minLength: 1,
    maxLength: 96,
  },
);

describe('charging windows', () => {
  it('hold the energy of the plan, and at most a minute more for each quarter that is not full', () => {
    fc.assert(
      fc.property(shares, (given) => {
        const ms = windowsOf(portions(given), maxKw).reduce((sum, w) => sum + w.untilAt - w.fromAt, 0);
        const wantedMs = given.reduce((sum, share) => sum + share * QUARTER_MS, 0);
        const partial = given.filter((share) => share > 0 && share < 1).length;
        expect(ms).toBeGreaterThanOrEqual(wantedMs - 96);
        expect(ms).toBeLessThanOrEqual(wantedMs + partial * 60_000);
      }),
    );
  });

  it('ascend, do not touch, and lie on whole minutes within the plan', () => {
    fc.assert(
      fc.property(shares, (given) => {
        const windows = windowsOf(portions(given), maxKw);
        let after = evening - 1;
        for (const { fromAt, untilAt } of windows) {
          expect(fromAt).toBeGreaterThan(after);
          expect(untilAt).toBeGreaterThan(fromAt);
          expect((fromAt - evening) % 60_000).toBe(0);
          expect((untilAt - evening) % 60_000).toBe(0);
          after = untilAt;
        }
        expect(after).toBeLessThanOrEqual(evening + given.length * QUARTER_MS);
      }),
    );
  });

  it('join a part-filled quarter to the charging beside it', () => {
    const minute = (m: number) => evening + m * 60_000;
    expect(windowsOf(portions([0, 0.4, 1, 1, 0.6, 0]), maxKw)).toEqual([
      { fromAt: minute(24), untilAt: minute(69), ampere: null },
    ]);
  });

  it('are never a crumb beside another window: its minutes move to the neighbour', () => {
    const minute = (m: number) => evening + m * 60_000;
    expect(windowsOf(portions([0.1, 0, 0, 1, 1]), maxKw)).toEqual([
      { fromAt: minute(43), untilAt: minute(75), ampere: null },
    ]);
    expect(windowsOf(portions([1, 0, 0.1, 0]), maxKw)).toEqual([
      { fromAt: minute(0), untilAt: minute(17), ampere: null },
    ]);
    expect(windowsOf(portions([0, 0.1, 0]), maxKw)).toHaveLength(1);
  });
});
