import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Meter } from '../../bin/backtest/house-sight.ts';
import type { Market } from '../../bin/backtest/market.ts';
import { monthAnswer } from '../../bin/backtest/month-answer.ts';
import { homeMonths } from '../../bin/backtest/month-homes.ts';
import { checkLoads, readLoads } from '../../bin/backtest/month-loads.ts';
import { readMonthOptions } from '../../bin/backtest/month-options.ts';
import { addDays, atLocalTime, dayStart, HOUR_MS, localDate, localHour } from '../../lib/time/index.ts';

const span = { fromAt: dayStart('2025-11-01'), untilAt: dayStart('2025-12-01') };
const paid = (hourAt: number) => (localHour(hourAt) < 6 ? 0.6 : 1);
const market: Market = { span, paid, publishedUntil: () => span.untilAt, expected: () => paid };
const steps = [
  { uptoKw: 5, nokPerMonth: 190 },
  { uptoKw: 10, nokPerMonth: 300 },
  { uptoKw: 10_000, nokPerMonth: 410 },
];
const houseKw = (hourAt: number) => (localHour(hourAt) === 18 ? 3.5 : 2);
const told = { market, steps, houseKw, maxKw: 7.4, fuseKw: 17.3, meter: 'readings' as Meter };

/** Comes home at five every third evening, leaves at seven. */
const evenings = (user: string, from: string, count: number, kwh = 12) =>
  Array.from({ length: count }, (_, i) => ({
    user,
    plugInAt: atLocalTime(addDays(from, 3 * i), '17:10'),
    plugOutAt: atLocalTime(addDays(from, 3 * i + 1), '07:00'),
    kwh,
  }));

/** A file of loads, while it is used. */
async function withLoads(rows: readonly string[], use: (file: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'loads-'));
  const file = join(dir, 'loads.csv');
  await writeFile(file, `${['local_time,load_kw', ...rows].join('\n')}\n`);
  await use(file);
  await rm(dir, { recursive: true });
}

describe('home-months', () => {
  it('are the first month of at least eight sessions, moved by whole weeks', () => {
    const sessions = [...evenings('a', '2019-05-01', 9), ...evenings('b', '2019-05-01', 7)];
    const homes = homeMonths(sessions, market);
    expect(homes.map(({ month }) => month)).toEqual(['2025-11']);
    for (const [i, { plugInAt, plugOutAt }] of (homes[0]?.sessions ?? []).entries()) {
      expect((dayStart(localDate(plugInAt)) - dayStart('2025-10-29')) / (24 * HOUR_MS)).toBe(3 * (i + 1));
      expect(localHour(plugInAt)).toBe(17);
      expect(plugOutAt).toBeLessThanOrEqual(span.untilAt);
    }
  });

  it('leave out what overlaps, leaves the month or has no price', () => {
    const [first, ...rest] = evenings('a', '2025-11-03', 9);
    const twice = first ? [{ ...first, plugInAt: first.plugInAt + HOUR_MS }] : [];
    const late = { user: 'a', plugInAt: span.untilAt - HOUR_MS, plugOutAt: span.untilAt + HOUR_MS, kwh: 1 };
    const all = [...(first ? [first] : []), ...twice, ...rest, late];
    expect(homeMonths(all, market)[0]?.sessions).toHaveLength(9);
    const hole = rest[0]?.plugInAt ?? 0;
    const holed = { span, paid: (at: number) => (Math.abs(at - hole) < HOUR_MS ? Number.NaN : 1) };
    expect(homeMonths(all, holed)[0]?.sessions).toHaveLength(8);
  });

  it('are cheaper than charging at once, never cheaper than hindsight, and nothing is short', async () => {
    const [home] = homeMonths(evenings('a', '2025-11-03', 8, 16), market);
    const homes = home ? [{ ...home, sessions: home.sessions.slice(0, 3) }] : [];
    const answer = await monthAnswer(homes, told, { steps: 'made', withOptimum: true, withProof: true });
    expect(answer.shortfallKwh).toBe(0);
    const quick = await monthAnswer(homes, told, { steps: 'made', withOptimum: false, withProof: false });
    expect(quick.energyNok.service).toBeCloseTo(answer.energyNok.service, 1);
    expect(quick).toMatchObject({ feeNok: answer.feeNok, shortfallKwh: 0, plans: null, worstGapNok: null });
    // At once: 7.4 kW beside 3.5 kW. In hindsight: under 5 kW, all in the six cheap hours.
    expect(answer.feeNok.chargeNow).toBe(410);
    expect(answer.totalNok.monthOptimum).toBeCloseTo(190 + 3 * 16 * 0.6, 1);
    expect(answer.totalNok.service).toBeLessThan(answer.totalNok.chargeNow - 110);
    expect(answer.totalNok.service).toBeGreaterThanOrEqual((answer.totalNok.monthOptimum ?? 0) - 0.01);
  });

  it('read loads as hours of the same weekday, scaled', async () => {
    // 2 November 2025 and 3 November 2024 are Sundays.
    await withLoads(['2024-11-03 17:00:00,4', '2024-11-03 18:00:00,2'], async (file) => {
      const load = await readLoads(file, 1.5, span.fromAt);
      expect(load(atLocalTime('2025-11-02', '17:00'))).toBe(2);
      expect(load(atLocalTime('2025-11-02', '17:45'))).toBe(2);
      expect(load(atLocalTime('2025-11-02', '18:00'))).toBe(1);
      expect(load(atLocalTime('2025-11-02', '19:00'))).toBeNaN();
    });
  });

  it.each([
    ['nothing', [], 'the file has no load above 0'],
    ['only nought', ['2024-11-03 17:00,0'], 'the file has no load above 0'],
    ['less than nothing', ['2024-11-03 17:00,-3'], 'line 2: load_kw must be a number from 0 to 500'],
    ['no such day', ['2024-02-30 17:00,3'], 'line 2: local_time must be like 2020-01-31 17:00'],
    ['no such hour', ['2024-02-28 24:00,3'], 'line 2: local_time must be like 2020-01-31 17:00'],
    ['no number', ['2024-11-03 17:00,much'], 'line 2: load_kw must be a number from 0 to 500'],
  ])('refuse loads of %s', async (_, rows, message) => {
    await withLoads(rows, async (file) => {
      await expect(readLoads(file, 2, span.fromAt)).rejects.toThrow(`--loads: ${message}`);
    });
  });

  it('refuse loads that lack an hour of a month that is lived', async () => {
    const homes = homeMonths(evenings('a', '2025-11-03', 8), market);
    await withLoads(['2024-11-02 00:00,4'], async (file) => {
      const load = await readLoads(file, 2, span.fromAt);
      expect(() => checkLoads(load, homes)).toThrow(
        '--loads: the file, moved to the prices, has no load for 2025-11-01 01:00',
      );
    });
    expect(() => checkLoads(houseKw, homes)).not.toThrow();
  });

  it('want their options with --capacity, and the loads', () => {
    expect(() => readMonthOptions({ capacity: true, loads: 'x', half: 'both' })).toThrow(
      '--half: must be tuning or test',
    );
    expect(() => readMonthOptions({ capacity: true, loads: 'x', meter: 'much' })).toThrow('--meter: must be');
    expect(readMonthOptions({})).toBeNull();
    expect(() => readMonthOptions({ loads: 'x' })).toThrow('--loads: goes with --capacity');
    expect(() => readMonthOptions({ capacity: true })).toThrow('--loads: is missing');
    expect(() => readMonthOptions({ capacity: true, loads: 'x', 'fuse-kw': 'much' })).toThrow('--fuse-kw');
    expect(readMonthOptions({ capacity: true, loads: 'x', 'home-months': '3' })).toMatchObject({
      ...{ homeMonths: 3, loadMeanKw: 2, fuseKw: 17.3, withOptimum: true, half: null, meter: 'live' },
    });
  });
});
