import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTariffServer, type TariffServer } from '../../lib/local/tariff-server/tariff-server.ts';
import { shippedGridOwners } from '../../lib/tariffs/index.ts';

interface Told {
  readonly gridTariffCollections: readonly {
    readonly gridTariff: {
      readonly tariffPrice: {
        readonly hours: readonly { readonly startTime: string; readonly expiredAt: string }[];
        readonly priceInfo: {
          readonly fixedPrices: readonly { readonly priceLevels: readonly Record<string, unknown>[] }[];
          readonly energyPrices: readonly Record<string, number>[];
        };
      };
    };
  }[];
}

describe('the tariff server', () => {
  let server: TariffServer;
  let now = 0;
  beforeEach(async () => {
    now = Date.parse('2026-10-24T15:30Z');
    server = await startTariffServer({ clock: { now: () => now }, apiKey: 'good' });
  });
  afterEach(() => server.stop());

  const askDay = (query: Record<string, string>, key = 'good') =>
    fetch(`${server.elviaUrl}/digin/api/1.0/tariffquery?${new URLSearchParams(query)}`, {
      headers: { 'X-API-Key': key },
    });
  const tomorrow = { TariffKey: 'private_tou_daynight', Range: 'tomorrow' };

  it('lists a file for each shipped owner, and a directory that is none', async () => {
    const listed = (await (await fetch(server.listUrl)).json()) as { type: string; sha: string }[];
    expect(listed.filter(({ type }) => type === 'file')).toHaveLength(shippedGridOwners().length);
    expect(listed.filter(({ type }) => type === 'dir')).toHaveLength(1);
    expect(listed.every(({ sha }) => /^[0-9a-f]{40}$/.test(sha))).toBe(true);
  });

  it('gives a file another name in Git when it changes, and none when it is gone', async () => {
    const shaOf = async () =>
      ((await (await fetch(server.listUrl)).json()) as { name: string; sha: string }[]).find(
        ({ name }) => name === 'bkk.yml',
      )?.sha;
    const before = await shaOf();
    server.repository.write('bkk', `${server.repository.read('bkk')}# note\n`);
    expect(await shaOf()).not.toBe(before);
    server.repository.remove('bkk');
    expect(await shaOf()).toBeUndefined();
    expect((await fetch(`${server.rawUrl}/bkk.yml`)).status).toBe(404);
    expect((await fetch(`${server.rawUrl}/elvia.yml`)).status).toBe(200);
  });

  it('names an empty file as Git does', async () => {
    server.repository.write('bkk', '');
    expect(await (await fetch(server.listUrl)).text()).toContain('e69de29bb2d1d6434b8b29ae775ad8c2e48c5391');
  });

  it('tells the 25 hours of a day, totals with taxes and the charge without', async () => {
    const told = (await (await askDay(tomorrow)).json()) as Told;
    const { hours, priceInfo } = told.gridTariffCollections[0]?.gridTariff.tariffPrice ?? expect.fail();
    expect(hours).toHaveLength(25);
    expect(hours[0]).toMatchObject({ startTime: '2026-10-25T00:00:00+02:00' });
    expect(hours.slice(2, 4).map(({ startTime }) => startTime)).toEqual([
      '2026-10-25T02:00:00+02:00',
      '2026-10-25T02:00:00+01:00',
    ]);
    expect(priceInfo.energyPrices).toMatchObject([
      { energyExTaxes: 0.1699, totalExVat: 0.2512, total: 0.314 },
    ]);
    const levels = priceInfo.fixedPrices[0]?.priceLevels ?? [];
    expect(levels[0]).toMatchObject({ valueMin: null, valueMax: 2, monthlyExTaxes: 120 });
    expect(levels.at(-1)).toMatchObject({ valueMax: null });
  });

  it('refuses a wrong key and a strange question, and has no tomorrow before 17:00', async () => {
    expect((await askDay(tomorrow, 'bad')).status).toBe(401);
    expect((await askDay({ Range: 'tomorrow' })).status).toBe(400);
    expect((await askDay({ ...tomorrow, Range: 'next-week' })).status).toBe(400);
    now = Date.parse('2026-10-24T14:59Z');
    expect((await askDay(tomorrow)).status).toBe(404);
    expect((await askDay({ ...tomorrow, Range: 'today' })).status).toBe(200);
  });

  it('takes a scripted fault as often as it was asked for, only where it was asked for', async () => {
    server.faults.add('file', { kind: 'answer', status: 500 }, { key: 'bkk', times: 1 });
    expect((await fetch(`${server.rawUrl}/elvia.yml`)).status).toBe(200);
    expect((await fetch(`${server.rawUrl}/bkk.yml`)).status).toBe(500);
    expect((await fetch(`${server.rawUrl}/bkk.yml`)).status).toBe(200);
    expect(server.count('file')).toBe(3);
  });
});
