import { afterEach, describe, expect, it } from 'vitest';
import { builtInPriceBook } from '../../lib/local/price-book/built-in-price-book.ts';
import {
  type PriceServer,
  type PriceServerOptions,
  startPriceServer,
} from '../../lib/local/price-server/price-server.ts';

const NO1 = '10YNO-1--------2';

describe('the price server', () => {
  let server: PriceServer;
  let now = Date.parse('2026-10-21T11:00Z');
  async function start(options: Partial<PriceServerOptions> = {}): Promise<void> {
    now = Date.parse('2026-10-21T11:00Z');
    server = await startPriceServer({
      clock: { now: () => now },
      book: builtInPriceBook(),
      token: 'good',
      ...options,
    });
  }
  afterEach(() => server.stop());

  function askEntsoe(query: Record<string, string> = {}): Promise<Response> {
    const all = {
      documentType: 'A44',
      in_Domain: NO1,
      out_Domain: NO1,
      periodStart: '202610212200',
      periodEnd: '202610222200',
      'contract_MarketAgreement.type': 'A01',
      securityToken: 'good',
      ...query,
    };
    return fetch(`${server.entsoeUrl}?${new URLSearchParams(all)}`);
  }
  const askFile = (path: string) => fetch(`${server.hvakosterstrommenUrl}/api/v1/prices/${path}`);

  it('serves ENTSO-E’s document with the repeated prices of a flat day left out', async () => {
    await start();
    now = Date.parse('2026-10-23T12:00Z');
    const answer = await askEntsoe({ periodStart: '202610232200', periodEnd: '202610242200' });
    const xml = await answer.text();
    expect(xml).toContain('urn:iec62325.351:tc57wg16:451-3:publicationdocument:7:3');
    expect(xml).toContain('<curveType>A03</curveType>');
    expect(xml).toContain('<start>2026-10-23T22:00Z</start><end>2026-10-24T22:00Z</end>');
    expect(xml.match(/<Point>/g)).toHaveLength(1);
  });

  it('serves hvakosterstrommen’s hourly objects, ex VAT, with the day’s rate', async () => {
    await start({ nokPerEur: 10 });
    const objects = (await (await askFile('2026/10-22_NO1.json')).json()) as Record<string, unknown>[];
    expect(objects).toHaveLength(24);
    expect(objects[0]).toMatchObject({
      EXR: 10,
      time_start: '2026-10-22T00:00:00+02:00',
      time_end: '2026-10-22T01:00:00+02:00',
    });
    expect(objects[0]?.NOK_per_kWh).toBeCloseTo(10 * Number(objects[0]?.EUR_per_kWh), 4);
  });

  it('publishes a day at 12:55 Europe/Oslo the day before, at both sources', async () => {
    await start();
    now = Date.parse('2026-10-21T10:54:59Z');
    expect(await (await askEntsoe()).text()).toContain('No matching data found');
    expect((await askFile('2026/10-22_NO1.json')).status).toBe(404);
    now = Date.parse('2026-10-21T10:55Z');
    expect(await (await askEntsoe()).text()).toContain('Publication_MarketDocument');
    expect((await askFile('2026/10-22_NO1.json')).status).toBe(200);
  });

  it('publishes when it is told to', async () => {
    await start({ publishAt: '00:00' });
    now = Date.parse('2026-10-20T22:00Z');
    expect((await askFile('2026/10-22_NO1.json')).status).toBe(200);
  });

  it('refuses a wrong token, and questions that ENTSO-E would refuse', async () => {
    await start();
    expect((await askEntsoe({ securityToken: 'bad' })).status).toBe(401);
    for (const query of [
      { in_Domain: 'NO1' },
      { out_Domain: '10YNO-2--------T' },
      { documentType: 'A65' },
      { periodStart: '2026-10-22' },
      { periodEnd: '202610212200' },
    ]) {
      const answer = await askEntsoe(query);
      expect(answer.status).toBe(400);
      expect(await answer.text()).not.toContain('No matching data');
    }
  });

  it('takes a scripted fault as often as it was asked for, only where it was asked for', async () => {
    await start();
    server.faults.add(
      'hvakosterstrommen',
      { kind: 'answer', status: 503 },
      { area: 'NO1', date: '2026-10-22', times: 1 },
    );
    expect((await askFile('2026/10-22_NO2.json')).status).toBe(200);
    expect((await askFile('2026/10-21_NO1.json')).status).toBe(200);
    expect((await askFile('2026/10-22_NO1.json')).status).toBe(503);
    expect((await askFile('2026/10-22_NO1.json')).status).toBe(200);
    server.faults.add('hvakosterstrommen', { kind: 'drop' });
    await expect(askFile('2026/10-22_NO1.json')).rejects.toThrow();
    server.faults.clear();
    expect((await askFile('2026/10-22_NO1.json')).status).toBe(200);
  });

  it('counts what it was asked', async () => {
    await start();
    await askEntsoe();
    await askFile('2026/10-22_NO1.json');
    await askFile('2026/10-22_NO2.json');
    expect(server.requests.count('entsoe', { area: 'NO1', date: '2026-10-22' })).toBe(1);
    expect(server.requests.count('hvakosterstrommen')).toBe(2);
    expect(server.requests.count('hvakosterstrommen', { area: 'NO2' })).toBe(1);
    expect(server.requests.count('hvakosterstrommen', { date: '2026-10-23' })).toBe(0);
  });
});
