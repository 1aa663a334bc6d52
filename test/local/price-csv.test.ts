import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type CsvPriceBook, csvPriceBook } from '../../lib/local/price-book/csv-price-book.ts';
import { priceAreas } from '../../lib/places/index.ts';
import { addDays, HOUR_MS, isoUtc, quartersOfDay } from '../../lib/time/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'prices-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HEADER = 'zone,start_utc,minutes,eur_per_mwh';

function read(lines: readonly string[], end = '\n'): Promise<CsvPriceBook> {
  const file = join(folder, 'prices.csv');
  writeFileSync(file, lines.join(end));
  return csvPriceBook(file);
}

/** `2026-10-22T22:15Z`, as the format writes instants. */
const minute = (at: number) => `${isoUtc(at).slice(0, 16)}Z`;

function quarterRows(date: string, area = 'NO1'): string[] {
  return quartersOfDay(date).map((at, i) => `${area},${minute(at)},15,${i / 4}`);
}

function hourRows(date: string, area = 'NO1'): string[] {
  return quartersOfDay(date)
    .filter((at) => at % HOUR_MS === 0)
    .map((at, i) => `${area},${minute(at)},60,${i - 5}.5,index60`);
}

describe('a price file', () => {
  it('gives days of quarters and days of hours, whatever the order of its rows', async () => {
    const rows = [
      ...hourRows('2026-10-24'),
      ...quarterRows('2026-10-25'),
      ...quarterRows('2026-10-25', 'NO4'),
    ];
    const { book } = await read([`${HEADER},origin`, ...rows.reverse()]);
    expect(book('NO1', '2026-10-24')).toEqual({
      minutes: 60,
      eurPerMwh: Array.from({ length: 24 }, (_, i) => Number(`${i - 5}.5`)),
    });
    expect(book('NO1', '2026-10-25')).toMatchObject({ minutes: 15 });
    expect(book('NO4', '2026-10-25')?.eurPerMwh).toHaveLength(100);
    expect(book('NO2', '2026-10-25')).toBeNull();
  });

  it('gives quarters where a day has both', async () => {
    const rows = [...quarterRows('2026-10-22').slice(0, 4), ...hourRows('2026-10-22').slice(1)];
    const { book } = await read([HEADER, ...rows]);
    expect(book('NO1', '2026-10-22')?.minutes).toBe(15);
    expect(book('NO1', '2026-10-22')?.eurPerMwh.slice(0, 6)).toEqual([0, 0.25, 0.5, 0.75, -4.5, -4.5]);
  });

  it('knows the first and last whole day of each area', async () => {
    const { firstDate, lastDate, book } = await read([
      HEADER,
      ...quarterRows('2026-10-21').slice(1),
      ...quarterRows('2026-10-22'),
      ...quarterRows('2026-10-23'),
      ...quarterRows('2026-10-24').slice(0, 95),
    ]);
    expect([firstDate('NO1'), lastDate('NO1')]).toEqual(['2026-10-22', '2026-10-23']);
    expect([firstDate('NO3'), lastDate('NO3')]).toEqual([null, null]);
    expect(book('NO1', '2026-10-21')).toBeNull();
  });

  it('may have a byte order mark, Windows line ends and an empty last line', async () => {
    const { book } = await read([`\ufeff${HEADER}`, ...quarterRows('2026-10-22'), ''], '\r\n');
    expect(book('NO1', '2026-10-22')?.eurPerMwh).toHaveLength(96);
  });

  it.each([
    ['SE3,2026-10-22T00:00Z,15,1', 'line 3: zone must be one of NO1, NO2, NO3, NO4, NO5'],
    ['NO1,2026-10-22 00:00,15,1', 'line 3: start_utc must be like 2025-10-25T22:00Z'],
    ['NO1', 'line 3: start_utc must be like 2025-10-25T22:00Z'],
    ['NO1,2026-10-22T00:15Z,30,1', 'line 3: minutes must be 15 or 60'],
    ['NO1,2026-10-22T00:05Z,15,1', 'line 3: start_utc must lie on a whole quarter or hour, as minutes says'],
    ['NO1,2026-10-22T00:15Z,60,1', 'line 3: start_utc must lie on a whole quarter or hour, as minutes says'],
    ['NO1,2026-10-22T00:15Z,15,', 'line 3: eur_per_mwh must be a number'],
    ['NO1,2026-10-22T00:15Z,15,free', 'line 3: eur_per_mwh must be a number'],
    ['NO1,2026-10-22T00:15Z,15,Infinity', 'line 3: eur_per_mwh must be a number'],
    ['NO1,2026-10-22T00:00Z,15,2', 'line 3: this time already has a price further up'],
    ['NO1,2026-10-22T00:00Z,60,2', 'line 3: this time already has a price further up'],
  ])('with the row %s is refused by line', async (row, message) => {
    await expect(read([HEADER, 'NO1,2026-10-22T00:00Z,15,1', row])).rejects.toThrow(message);
  });

  it.each([[''], ['start_utc,zone,minutes,eur_per_mwh'], ['NO1,2026-10-22T00:00Z,15,1']])(
    'that begins with "%s" is refused at line 1',
    async (first) => {
      await expect(read([first])).rejects.toThrow(`line 1: the first line must begin ${HEADER}`);
    },
  );

  it('that is not there is the file system’s own error', async () => {
    await expect(csvPriceBook(join(folder, 'none.csv'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

const realFiles = [
  '../shared/data/prices/no_15min_2025q4.csv',
  '../shared/data/prices/no_60min_2025.csv',
].filter((file) => existsSync(file));
// Real prices are not part of the product: skipped where these files are not beside it.
const isMissing = realFiles.length < 2;
const why = isMissing ? ' — skipped: not in ../shared/data/prices' : '';

describe.skipIf(isMissing)(`the real price files${why}`, () => {
  it('serve December 2025 and the day of 25 hours in every area', async () => {
    const { book } = await csvPriceBook('../shared/data/prices/no_15min_2025q4.csv');
    for (const area of priceAreas) {
      for (let date = '2025-12-01'; date <= '2025-12-31'; date = addDays(date, 1)) {
        expect(book(area, date)?.eurPerMwh).toHaveLength(96);
      }
    }
    expect(book('NO2', '2025-10-25')?.eurPerMwh).toHaveLength(96);
    expect(book('NO2', '2025-10-26')?.eurPerMwh).toHaveLength(100);
  });

  it('are quarters in one file and hours in the other, which are their means', async () => {
    const [quarters, hours] = await Promise.all(realFiles.map((file) => csvPriceBook(file)));
    const fine = quarters?.book('NO1', '2025-11-11');
    const coarse = hours?.book('NO1', '2025-11-11');
    expect([fine?.minutes, coarse?.minutes]).toEqual([15, 60]);
    coarse?.eurPerMwh.forEach((mean, hour) => {
      const four = fine?.eurPerMwh.slice(4 * hour, 4 * hour + 4) ?? [];
      expect(Math.abs(mean - four.reduce((sum, price) => sum + price, 0) / 4)).toBeLessThan(0.01);
    });
  });
});
