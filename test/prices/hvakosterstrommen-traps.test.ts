import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { builtInPriceBook } from '../../lib/local/price-book/built-in-price-book.ts';
import { type PriceServer, startPriceServer } from '../../lib/local/price-server/price-server.ts';
import type { Platform } from '../../lib/platform/index.ts';
import { askHvakosterstrommen } from '../../lib/prices/hvakosterstrommen/ask-hvakosterstrommen.ts';
import type { SourceAnswer } from '../../lib/prices/source-answer.ts';
import { HOUR_MS, isoLocal, quartersOfDay } from '../../lib/time/index.ts';
import { platformOfSources, TOKEN } from './support/prices-world.ts';

const DATE = '2026-10-22';
const AUTUMN = '2026-10-25';

type Told = Record<string, unknown>;

/** The day in hours, 0.05 EUR/kWh and a hundredth more each hour. */
function hoursOf(date: string): Told[] {
  const starts = quartersOfDay(date).filter((_, i) => i % 4 === 0);
  return starts.map((startAt, i) => ({
    NOK_per_kWh: (0.05 + i / 100) * 11.5,
    EUR_per_kWh: 0.05 + i / 100,
    EXR: 11.5,
    time_start: isoLocal(startAt),
    time_end: isoLocal(startAt + HOUR_MS),
  }));
}

/** The same prices in EUR, and in NOK by this rate. */
function atRate(day: Told[], rate: number): Told[] {
  return day.map((one) => ({ ...one, EXR: rate, NOK_per_kWh: Number(one.EUR_per_kWh) * rate }));
}

describe('hvakosterstrommen', () => {
  let server: PriceServer;
  let platform: Platform;
  beforeAll(async () => {
    const clock = { now: () => Date.parse('2026-10-22T12:00Z') };
    server = await startPriceServer({ clock, book: builtInPriceBook(), token: TOKEN });
    platform = platformOfSources(server);
  });
  beforeEach(() => server.faults.clear());
  afterAll(() => server.stop());

  function ask(body: unknown, date = DATE): Promise<SourceAnswer> {
    server.faults.clear();
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    server.faults.add('hvakosterstrommen', { kind: 'answer', status: 200, body: text });
    return askHvakosterstrommen(platform, 'NO1', date);
  }
  const refused = { name: 'ServiceError', code: 'bad-answer', message: 'bad-answer' };

  it('answers 404 until a day exists: not there yet', async () => {
    expect(await askHvakosterstrommen(platform, 'NO1', '2026-10-24')).toEqual({ kind: 'not-yet' });
  });

  it('tells hours or quarters or both, as time_start and time_end say', async () => {
    const day = hoursOf(DATE);
    const quarter = (i: number) => ({
      ...day[0],
      EUR_per_kWh: 0.05 + i / 1000,
      NOK_per_kWh: (0.05 + i / 1000) * 11.5,
      time_start: `2026-10-22T00:${i === 0 ? '00' : i * 15}:00+02:00`,
      time_end: i === 3 ? '2026-10-22T01:00:00+02:00' : `2026-10-22T00:${(i + 1) * 15}:00+02:00`,
    });
    const answer = await ask([quarter(0), quarter(1), quarter(2), quarter(3), ...day.slice(1)]);
    expect(answer).toMatchObject({ kind: 'whole', nokPerEur: 11.5 });
    expect(answer.kind === 'whole' && answer.eurPerMwh.slice(0, 6)).toEqual([50, 51, 52, 53, 60, 60]);
  });

  it('has 25 hours in autumn: both hours from 02:00 are told apart by their offset', async () => {
    const answer = await ask(hoursOf(AUTUMN), AUTUMN);
    const told = answer.kind === 'whole' ? answer.eurPerMwh : [];
    expect(told).toHaveLength(100);
    expect([told[8], told[12], told[16]]).toEqual([70, 80, 90]);
  });

  it('has 23 hours in spring', async () => {
    const answer = await ask(hoursOf('2027-03-28'), '2027-03-28');
    const told = answer.kind === 'whole' ? answer.eurPerMwh : [];
    expect(told).toHaveLength(92);
    expect([told[4], told[8]]).toEqual([60, 70]);
  });

  it('numbers the doubled hour once: the day is not whole', async () => {
    const day = hoursOf(AUTUMN);
    expect(await ask([...day.slice(0, 3), ...day.slice(4)], AUTUMN)).toEqual({ kind: 'partial' });
  });

  it('gives both doubled hours the same offset: refused', async () => {
    const day = hoursOf(AUTUMN);
    const wrong = { ...day[3], time_start: day[2]?.time_start, time_end: day[2]?.time_end };
    await expect(ask([...day.slice(0, 3), wrong, ...day.slice(4)], AUTUMN)).rejects.toMatchObject(refused);
  });

  it('writes numbers with exponents, and negative ones', async () => {
    const text = JSON.stringify(hoursOf(DATE)).replace(
      /"NOK_per_kWh":[^,]+,"EUR_per_kWh":[^,]+,/,
      '"NOK_per_kWh":-2.3E-4,"EUR_per_kWh":-2E-05,',
    );
    const answer = await ask(text);
    expect(answer.kind === 'whole' && answer.eurPerMwh[0]).toBe(-0.02);
  });

  it.each([
    ['an empty list', (): Told[] => []],
    ['half a day', (day: Told[]) => day.slice(0, 12)],
    ['an hour missing', (day: Told[]) => day.filter((_, i) => i !== 13)],
    ['the day before', () => hoursOf('2026-10-21')],
  ])('has a file with %s: partial', async (_, change) => {
    expect(await ask(change(hoursOf(DATE)))).toEqual({ kind: 'partial' });
  });

  const altered = (field: string, value: unknown) => (day: Told[]) => [
    ...day.slice(0, 5),
    { ...day[5], [field]: value },
    ...day.slice(6),
  ];
  it.each([
    ['two objects swapped', (day: Told[]) => [day[1], day[0], ...day.slice(2)]],
    ['an object twice', (day: Told[]) => [day[0], ...day]],
    ['a price as text', altered('EUR_per_kWh', '0.05')],
    ['no price', altered('EUR_per_kWh', null)],
    ['a time without offset', altered('time_start', '2026-10-22T05:00:00')],
    ['a span of two hours', altered('time_end', '2026-10-22T07:00:00+02:00')],
    ['a span of nothing', altered('time_end', '2026-10-22T05:00:00+02:00')],
    ['something else', () => ({ message: 'hello' })],
    ['no JSON', () => '<html>'],
    ['half a file', (day: Told[]) => JSON.stringify(day).slice(0, 900)],
  ])('is refused with %s', async (_, change) => {
    await expect(ask(change(hoursOf(DATE)))).rejects.toMatchObject(refused);
  });

  it.each([
    ['zero', altered('EXR', 0)],
    ['another within the day', altered('EXR', 11.6)],
    ['far too high', (day: Told[]) => atRate(day, 25.1)],
    ['far too low', (day: Told[]) => atRate(day, 4.9)],
    ['belied by the prices in NOK', altered('NOK_per_kWh', 115)],
  ])('tells prices with a rate that is %s: the prices count, the rate does not', async (_, change) => {
    expect(await ask(change(hoursOf(DATE)))).toMatchObject({ kind: 'whole', nokPerEur: null });
  });

  it.each([
    [429, 'rate-limited'],
    [500, 'vendor-down'],
    [403, 'misconfigured'],
    [400, 'bad-answer'],
  ])('answers HTTP %i', async (status, code) => {
    server.faults.add('hvakosterstrommen', { kind: 'answer', status });
    await expect(askHvakosterstrommen(platform, 'NO1', DATE)).rejects.toMatchObject({ code });
  });

  it.each(['drop', 'cut'] as const)('breaks the connection (%s)', async (kind) => {
    server.faults.add('hvakosterstrommen', { kind });
    await expect(askHvakosterstrommen(platform, 'NO1', DATE)).rejects.toMatchObject({
      code: 'http-unreachable',
    });
  });
});
