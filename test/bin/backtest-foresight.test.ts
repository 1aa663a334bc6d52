import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Meter } from '../../bin/backtest/house-sight.ts';
import type { Market } from '../../bin/backtest/market.ts';
import { monthLive } from '../../bin/backtest/month-live.ts';
import { lp, modelOf, type Problem } from '../../lib/planning/index.ts';
import {
  addDays,
  atLocalTime,
  dayStart,
  HOUR_MS,
  localDate,
  localHour,
  QUARTER_MS,
} from '../../lib/time/index.ts';

const span = { fromAt: dayStart('2025-11-01'), untilAt: dayStart('2025-12-01') };
const paid = (hourAt: number) => (localHour(hourAt) < 6 ? 0.6 : 1);
const market: Market = { span, paid, publishedUntil: () => span.untilAt, expected: () => paid };
const steps = [
  { uptoKw: 5, nokPerMonth: 190 },
  { uptoKw: 10, nokPerMonth: 300 },
  { uptoKw: 10_000, nokPerMonth: 410 },
];
/** One engine, and no proof: only what a plan is made of matters here. */
const planner = async (problem: Problem) => (await lp.solve(modelOf(problem))) ?? { powerKw: [] };
const plugInAt = atLocalTime('2025-11-12', '19:10');
const plugOutAt = atLocalTime('2025-11-13', '03:00');

/** No two quarter hours of the house are alike. */
const usualKw = (at: number) => ((at / HOUR_MS) % 24 < 17 ? 2 : 3) + ((at / QUARTER_MS) % 7) / 50;

/** kWh of the car by quarter hour, in one night of the month. */
async function nightOf(meter: Meter, houseKw: (quarterAt: number) => number) {
  const session = { user: 'a', plugInAt, plugOutAt, kwh: 16 };
  const world = { market, steps, houseKw, maxKw: 7.4, fuseKw: 17.3, meter, planner };
  return (await monthLive({ month: '2025-11', ...span, sessions: [session] }, world)).charged;
}

/** The decision at this instant is one of them. */
const upTo = (charged: ReadonlyMap<number, number>, lastAt: number) =>
  [...charged].filter(([at]) => at <= lastAt);

describe('what the service knows of the house', () => {
  it('is no load that was not measured: what changes from an instant on changes no decision until then', async () => {
    const usual = await nightOf('live', usualKw);
    const quarters = Math.ceil((plugOutAt - plugInAt) / QUARTER_MS);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: quarters }),
        fc.double({ min: 0, max: 9, noNaN: true }),
        async (quarter, kw) => {
          const turnsAt = atLocalTime('2025-11-12', '19:00') + quarter * QUARTER_MS;
          const turned = await nightOf('live', (at) => (at < turnsAt ? usualKw(at) : kw));
          expect(upTo(turned, turnsAt)).toEqual(upTo(usual, turnsAt));
        },
      ),
      { numRuns: 8 },
    );
  });

  it('is the quarters of the running hour that are over: its first one runs by forecast, the others by what was shown', async () => {
    // An hour in which the car charges: the house draws 2.5 kW more from its first minute.
    const hourAt = atLocalTime('2025-11-13', '01:00');
    const usual = await nightOf('live', usualKw);
    const more = await nightOf(
      'live',
      (at) => usualKw(at) + (at >= hourAt && at < hourAt + HOUR_MS ? 2.5 : 0),
    );
    expect(usual.get(hourAt)).toBeGreaterThan(0);
    expect(more.get(hourAt)).toBe(usual.get(hourAt));
    const second = hourAt + QUARTER_MS;
    expect(more.get(second)).toBeLessThan((usual.get(second) ?? 0) - 0.1);
  });

  it('is of past days only, from noon of the next, where hourly readings are all there is', async () => {
    const usual = await nightOf('readings', usualKw);
    const today = await nightOf('readings', (at) => (at < dayStart('2025-11-12') ? usualKw(at) : 8));
    expect([...today]).toEqual([...usual]);
    const days = (at: number) => addDays(localDate(at), 1);
    const past = await nightOf('readings', (at) => (days(at) === '2025-11-12' ? 4.4 : usualKw(at)));
    expect([...past]).not.toEqual([...usual]);
  });

  it('is nothing at all where there is no meter', async () => {
    const usual = await nightOf('none', usualKw);
    expect([...(await nightOf('none', () => 4))]).toEqual([...usual]);
  });
});
