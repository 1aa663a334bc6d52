import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { builtInPriceBook } from '../../lib/local/price-book/built-in-price-book.ts';
import { type PriceServer, startPriceServer } from '../../lib/local/price-server/price-server.ts';
import { priceAreas } from '../../lib/places/index.ts';
import type { Platform } from '../../lib/platform/index.ts';
import { askEntsoe } from '../../lib/prices/entsoe/ask-entsoe.ts';
import type { SourceAnswer } from '../../lib/prices/source-answer.ts';
import { acknowledgement, hours, publication, type XmlPeriod } from './support/entsoe-xml.ts';
import { platformOfSources, TOKEN } from './support/prices-world.ts';

const DATE = '2026-10-22';
const flat: XmlPeriod = { points: hours(() => 50) };
const wholeXml = publication([{ periods: [flat] }]);

describe('ENTSO-E', () => {
  let server: PriceServer;
  let platform: Platform;
  beforeAll(async () => {
    const clock = { now: () => Date.parse('2026-10-22T12:00Z') };
    server = await startPriceServer({ clock, book: builtInPriceBook(), token: TOKEN });
    platform = platformOfSources(server);
  });
  beforeEach(() => server.faults.clear());
  afterAll(() => server.stop());

  function ask(body: string, status = 200): Promise<SourceAnswer> {
    server.faults.clear();
    server.faults.add('entsoe', { kind: 'answer', status, body });
    return askEntsoe(platform, 'NO1', DATE);
  }
  /** The hours' prices, where all four quarters of each are told alike. */
  async function hourly(body: string): Promise<number[]> {
    const answer = await ask(body);
    if (answer.kind !== 'whole') throw new Error(answer.kind);
    return answer.eurPerMwh.filter((_, i) => i % 4 === 0);
  }
  const refused = { name: 'ServiceError', code: 'bad-answer', message: 'bad-answer' };

  it('is asked for the area meant, NO5’s odd code included', async () => {
    const seen = await Promise.all(priceAreas.map((area) => askEntsoe(platform, area, DATE)));
    seen.forEach((answer, i) => {
      const area = priceAreas[i] ?? 'NO1';
      expect(answer).toMatchObject({ eurPerMwh: builtInPriceBook()(area, DATE)?.eurPerMwh });
    });
    expect(new Set(seen.map((answer) => JSON.stringify(answer))).size).toBe(5);
  });

  describe('leaves repeated positions out (curve A03)', () => {
    it('and the price before is carried on, also at the end', async () => {
      const told = await hourly(
        publication([
          {
            periods: [
              {
                points: [
                  [1, 10],
                  [3, 30],
                  [20, -5],
                ],
              },
            ],
          },
        ]),
      );
      expect(told).toEqual([10, 10, ...Array(17).fill(30), ...Array(5).fill(-5)]);
    });

    it('but never past the end of its period', async () => {
      const morning = { end: '2026-10-22T10:00Z', points: [[1, 10]] as const };
      expect(await ask(publication([{ periods: [morning] }]))).toEqual({ kind: 'partial' });
    });

    it('and the first position is never left out', async () => {
      await expect(ask(publication([{ periods: [{ points: [[2, 10]] }] }]))).rejects.toMatchObject(refused);
      await expect(ask(publication([{ periods: [{ points: [] }] }]))).rejects.toMatchObject(refused);
    });

    it.each(['A01', null])('and a hole under curve type %s is refused, not filled', async (curve) => {
      const series = { curve, periods: [{ points: hours(() => 50).slice(0, 23) }] };
      await expect(ask(publication([series]))).rejects.toMatchObject(refused);
      expect((await ask(publication([{ curve, periods: [flat] }]))).kind).toBe('whole');
    });
  });

  it.each([
    [
      'twice the same position',
      [
        [1, 10],
        [2, 20],
        [2, 21],
      ],
    ],
    [
      'positions that run backwards',
      [
        [1, 10],
        [3, 30],
        [2, 20],
      ],
    ],
    [
      'a position past the end',
      [
        [1, 10],
        [25, 20],
      ],
    ],
    [
      'position 0',
      [
        [0, 10],
        [1, 20],
      ],
    ],
    ['a position that is no number', [['one', 10]]],
    ['an empty price', [[1, '']]],
    ['a price with a comma', [[1, '31,5']]],
    ['NaN for a price', [[1, 'NaN']]],
    ['an entity for a price', [[1, '&price;']]],
  ] as [string, [string | number, string | number][]][])('is refused with %s', async (_, points) => {
    await expect(ask(publication([{ periods: [{ points }] }]))).rejects.toMatchObject(refused);
  });

  it.each([
    ['another currency', { currency: 'NOK' }],
    ['another unit', { unit: 'KWH' }],
    ['another area', { domain: '10YNO-2--------T' }],
    ['a border instead of an area', { outDomain: '10YNO-2--------T' }],
    ['a border the other way', { domain: '10YNO-2--------T', outDomain: '10YNO-1--------2' }],
    ['a curve type that is not known', { curve: 'A02' }],
    ['no period at all', { periods: [] as XmlPeriod[] }],
    ['a resolution that is not known', { periods: [{ ...flat, resolution: 'P1D' }] }],
    ['a period that does not divide', { periods: [{ ...flat, end: '2026-10-22T21:50Z' }] }],
    ['a period that ends before it starts', { periods: [{ ...flat, end: '2026-10-20T22:00Z' }] }],
    [
      'a period off the quarter',
      { periods: [{ ...flat, start: '2026-10-21T22:07Z', end: '2026-10-22T22:07Z' }] },
    ],
    ['a period of a century', { periods: [{ ...flat, start: '1926-10-21T22:00Z' }] }],
    ['a time without its zone', { periods: [{ ...flat, start: '2026-10-21T22:00' }] }],
  ])('is refused with %s', async (_, wrong) => {
    const body = publication([{ periods: [flat], ...wrong }]);
    await expect(ask(body)).rejects.toMatchObject(refused);
  });

  it('mixes in intraday auctions and other sequences, which are left out whatever they say', async () => {
    const dear = { points: hours(() => 400) };
    const body = publication([
      { contract: 'A07', currency: 'GBP', periods: [dear] },
      { sequence: '2', periods: [dear] },
      { sequence: '1', periods: [flat] },
    ]);
    expect(await hourly(body)).toEqual(Array(24).fill(50));
  });

  it('has nothing yet where only intraday auctions are there', async () => {
    expect(await ask(publication([{ contract: 'A07', periods: [flat] }]))).toEqual({ kind: 'not-yet' });
    expect(await ask(publication([]))).toEqual({ kind: 'not-yet' });
  });

  it('may tell hours and quarters of the same time: the quarters count', async () => {
    const quarters = {
      resolution: 'PT15M',
      points: [
        [1, 20],
        [2, 40],
        [3, 60],
        [4, 80],
      ] as const,
    };
    const hour = { end: '2026-10-21T23:00Z' };
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const both = [{ periods: [flat] }, { periods: [{ ...quarters, ...hour }] }];
      const answer = await ask(publication(order.map((i) => both[i] ?? { periods: [] })));
      expect(answer.kind === 'whole' && answer.eurPerMwh.slice(0, 5)).toEqual([20, 40, 60, 80, 50]);
    }
  });

  it('may say the same thing twice, but not two things of one time', async () => {
    const other = { points: hours((hour) => (hour === 7 ? 51 : 50)) };
    expect(await hourly(publication([{ periods: [flat] }, { periods: [flat] }]))).toEqual(Array(24).fill(50));
    await expect(ask(publication([{ periods: [flat] }, { periods: [other] }]))).rejects.toMatchObject(
      refused,
    );
  });

  it('prints a minus zero, which is an ordinary zero', async () => {
    expect((await hourly(publication([{ periods: [{ points: hours(() => '-0.00') }] }])))[0]).toBe(0);
  });

  it('has an hour missing between two periods: partial, not filled', async () => {
    server.faults.add('entsoe', { kind: 'hole' });
    expect(await askEntsoe(platform, 'NO1', DATE)).toEqual({ kind: 'partial' });
  });

  it.each([200, 400])('says with HTTP %i that it has no data: not there yet', async (status) => {
    const text = 'No matching data found for Data item ENERGY_PRICES [12.1.D] and interval';
    expect(await ask(acknowledgement(text), status)).toEqual({ kind: 'not-yet' });
  });

  it.each([200, 400])(
    'says 999 with HTTP %i of other troubles too: no prices, and no silence',
    async (status) => {
      const text = 'The amount of requested data exceeds allowed maximum';
      await expect(ask(acknowledgement(text), status)).rejects.toMatchObject(refused);
      await expect(ask(acknowledgement('No matching data found', '401'), status)).rejects.toMatchObject(
        refused,
      );
    },
  );

  it.each([
    [401, {}, { code: 'misconfigured', retryable: false }],
    [403, {}, { code: 'misconfigured' }],
    [429, { 'retry-after': '600' }, { code: 'rate-limited', retryable: true, retryAfterSeconds: 600 }],
    [429, {}, { code: 'rate-limited', retryAfterSeconds: undefined }],
    [503, {}, { code: 'vendor-down', retryable: true }],
    [302, { location: 'http://127.0.0.1:9/' }, { code: 'bad-answer' }],
  ])(
    'answers HTTP %i, which is an error without a word of the address',
    async (status, headers, expected) => {
      server.faults.add('entsoe', { kind: 'answer', status, headers, body: `see ${TOKEN}` });
      const error = await askEntsoe(platform, 'NO1', DATE).catch((thrown) => thrown);
      expect(error).toMatchObject(expected);
      expect(`${error.stack} ${JSON.stringify(error)}`).not.toContain('securityToken');
      expect(`${error.stack} ${JSON.stringify(error)}`).not.toContain(TOKEN);
    },
  );

  it.each(['drop', 'cut'] as const)('breaks the connection (%s)', async (kind) => {
    server.faults.add('entsoe', { kind });
    await expect(askEntsoe(platform, 'NO1', DATE)).rejects.toMatchObject({ code: 'http-unreachable' });
  });

  it.each([
    ['a document cut off after a price', wholeXml.slice(0, wholeXml.lastIndexOf('<Point>'))],
    ['a maintenance page', '<html><body>Maintenance</body></html>'],
    ['no XML', 'Service unavailable'],
    ['nothing', ''],
    ['a document of another type', publication([{ periods: [flat] }], 'A75')],
  ])('sends %s', async (_, body) => {
    await expect(ask(body)).rejects.toMatchObject(refused);
  });

  it('cannot make the reader expand entities', async () => {
    const body = publication([{ periods: [{ points: hours(() => '&price;') }] }]);
    const declared = body.replace('?>', '?><!DOCTYPE x [<!ENTITY price "50">]>');
    await expect(ask(declared)).rejects.toMatchObject(refused);
  });

  it('is not asked without a token', async () => {
    const before = server.requests.count('entsoe');
    const tokenless = { ...platform, secret: async () => '' };
    await expect(askEntsoe(tokenless, 'NO1', DATE)).rejects.toMatchObject({ code: 'misconfigured' });
    expect(server.requests.count('entsoe')).toBe(before);
  });

  it('refuses a wrong token', async () => {
    const stranger = { ...platform, secret: async () => 'wrong' };
    await expect(askEntsoe(stranger, 'NO1', DATE)).rejects.toMatchObject({ code: 'misconfigured' });
  });
});
