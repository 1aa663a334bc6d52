import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readOptions } from '../../bin/backtest/read-options.ts';
import { readPrices } from '../../bin/backtest/read-prices.ts';
import { readSessions } from '../../bin/backtest/read-sessions.ts';
import { runCommand } from './support/run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'backtest-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const priceHeader = 'zone,start_utc,minutes,eur_per_mwh,origin';
const hours = Array.from({ length: 10 * 24 }, (_, i) => {
  const start = new Date(Date.UTC(2025, 10, 2, 23) + i * 3_600_000).toISOString().slice(0, 16);
  return `NO1,${start}Z,60,${30 + 40 * Math.sin(i / 4)},made`;
});
const prices = file('prices.csv', [priceHeader, ...hours, 'NO2,2025-11-03T00:00Z,15,12.5,made']);
const sessions = file('sessions.csv', [
  'user,plug_in_utc,note,plug_out_utc,kwh',
  'anna,2019-11-04T17:10:00Z,"home, late",2019-11-05T06:05:30Z,21.4',
  'bo,2020-02-06T09:20:00Z,,2020-02-08T16:00:00Z,33',
]);
const needed = ['--prices', prices, '--sessions', sessions, '--area', 'NO1', '--grid', 'elvia'];

describe('the backtest command', () => {
  it('prints what the contract names, as one JSON object', async () => {
    const { out, err, code } = await runCommand('backtest', [...needed, '--json']);
    expect({ err, code }).toEqual({ err: '', code: 0 });
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ sessions: 2, skipped: { noPrices: 0 }, energyKwh: 54.4 });
    expect(answer).toMatchObject({ shortfallKwh: 0, avoidableKwh: 0 });
    expect(answer.plans).toBeGreaterThanOrEqual(3);
    expect(answer.worstGapNok).toBeLessThanOrEqual(0.001);
    expect(answer.costNok.perfectForesight).toBeLessThanOrEqual(answer.costNok.service);
    expect(answer.costNok.service).toBeLessThan(answer.costNok.chargeNow);
    expect(Object.keys(answer).sort()).toEqual(
      [
        ...['sessions', 'skipped', 'energyKwh', 'costNok', 'savedPercent', 'capturedPercent', 'shortfallKwh'],
        ...['unavoidableKwh', 'avoidableKwh', 'peakHourKw', 'plans', 'plansPerSecond', 'worstGapNok'],
      ].sort(),
    );
  });

  it('draws a table without --json, and no progress bar where that is no terminal', async () => {
    const { out, err } = await runCommand('backtest', [
      ...needed,
      '--contract',
      'norgespris',
      '--sample',
      '1',
    ]);
    expect(err).toBe('');
    expect(out).toContain('Norgespris, Elvia AS in NO1, with VAT\n 1 sessions,');
    expect(out).toMatch(/charging at once +\d+\.\d\d/);
  });

  it('says in one line what is wrong, and exits 2', async () => {
    const { out, err, code } = await runCommand('backtest', ['--prices', prices, '--area', 'NO1']);
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err).toBe('--sessions: is missing (a CSV file of charging sessions)\n');
    const empty = file('no-loads.csv', ['local_time,load_kw']);
    const lonely = await runCommand('backtest', [...needed, '--capacity', '--loads', empty]);
    expect({ out: lonely.out, err: lonely.err, code: lonely.code }).toEqual({
      ...{ out: '', err: '--sessions: no user has a month of eight sessions where prices are\n', code: 2 },
    });
    const gone = await runCommand('backtest', [...needed, '--prices', join(folder, 'gone.csv')]);
    expect({ err: gone.err, code: gone.code }).toEqual({
      err: '--prices: the file cannot be read (ENOENT)\n',
      code: 2,
    });
  });
});

describe('what the backtest reads', () => {
  it('takes 7.4 kW, 11.5 kr a euro and all sessions unless told otherwise', () => {
    expect(readOptions(needed)).toMatchObject({ maxKw: 7.4, nokPerEur: 11.5, shift: true, sample: null });
    expect(readOptions([...needed, '--area', 'NO4'])).toMatchObject({ home: { taxZone: 'nord_norge' } });
    expect(() => readOptions([...needed, '--max-kw', '0'])).toThrow('--max-kw: must be a number from 0.1');
    expect(() => readOptions([...needed, '--sample', '50', '--capacity', '--loads', 'x'])).toThrow(
      '--sample: does not go with --capacity',
    );
    expect(() => readOptions(needed.slice(0, 4))).toThrow('--area: is missing');
  });

  it('spreads an hour over its quarters, in øre/kWh, and reads one area alone', async () => {
    const spot = await readPrices(prices, 'NO1', 11.5);
    expect(spot).toHaveLength(10 * 96);
    expect(spot[3]).toEqual({ startAt: Date.UTC(2025, 10, 2, 23, 45), spotOrePerKwh: 34.5 });
    expect(await readPrices(prices, 'NO2', 10)).toHaveLength(1);
  });

  it.each([
    ['no area', [priceHeader, ...hours.slice(0, 2)], 'the file has no prices of NO5'],
    ['no column', ['zone,start_utc,minutes'], 'the first line names no column eur_per_mwh'],
    ['nothing', [], 'the first line names no column zone'],
    [
      'half a quarter',
      [priceHeader, 'NO5,2025-11-03T00:07Z,15,1'],
      'line 2: start_utc must be a whole quarter',
    ],
    ['ten minutes', [priceHeader, 'NO5,2025-11-03T00:00Z,10,1'], 'line 2: minutes must be 15 or 60'],
    [
      'a price of another unit',
      [priceHeader, 'NO5,2025-11-03T00:00Z,15,1e300'],
      'line 2: eur_per_mwh must be from -5000 to 5000',
    ],
    ['no price', [priceHeader, 'NO5,2025-11-03T00:00Z,15,'], 'line 2: eur_per_mwh must be a number'],
    [
      'a price twice',
      [priceHeader, 'NO5,2025-11-03T00:00Z,60,1', 'NO5,2025-11-03T00:45Z,15,1'],
      'line 3: this time already has a price further up',
    ],
  ])('refuses a price file with %s', async (_, lines, message) => {
    await expect(readPrices(file('wrong.csv', lines), 'NO5', 11.5)).rejects.toThrow(`--prices: ${message}`);
  });

  it.each([
    ['1,2019-11-04 17:10,2019-11-05T06:00:00Z,3', 'line 2: plug_in_utc must be like 2025-11-03T17:20:00Z'],
    ['1,2019-11-04T17:10Z,2019-11-05T06:00:00Z,much', 'line 2: kwh must be a number'],
    ['1,2019-11-04T17:10Z,2019-11-05T06:00:00Z,10001', 'line 2: kwh must be at most 10000'],
  ])('refuses the session %s', async (row, message) => {
    const wrong = file('wrong-sessions.csv', ['id,plug_in_utc,plug_out_utc,kwh', row]);
    await expect(readSessions(wrong).next()).rejects.toThrow(`--sessions: ${message}`);
  });
});
