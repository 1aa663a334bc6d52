import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { csvPriceBook } from '../../lib/local/price-book/index.ts';
import {
  energyChargeAt,
  type GridOwner,
  gridBill,
  type MeteredHour,
  shippedGridOwner,
} from '../../lib/tariffs/index.ts';
import {
  addDays,
  dayEnd,
  dayStart,
  HOUR_MS,
  type Instant,
  localDate,
  localHour,
} from '../../lib/time/index.ts';
import { ownerWith } from './arbitraries.ts';

const bkk = shippedGridOwner('bkk') as GridOwner;
const spot = { kind: 'spot', markupOrePerKwh: 0 } as const;
const home = { taxZone: 'sor', contract: spot, gridOwner: bkk, gridTariffName: null } as const;

/**
 * Household bills of a BKK customer, autumn 2025, incl. VAT. What the hours were is not printed, but what they added up to is:
 * energy by rate, the three highest days, how much of it was supported and with what on average.
 */
const bills = [
  {
    month: '2025-10',
    dayKwh: 707.09,
    nightKwh: 536.117,
    peaksKw: [5.714, 5.475, 5.238],
    supported: { kwh: 115.661, orePerKwh: 6.188 },
    kr: {
      day: 254.29,
      night: 127.26,
      tax: 194.72,
      enova: 15.54,
      capacity: 415,
      support: -7.16,
      total: 999.65,
    },
  },
  {
    month: '2025-11',
    dayKwh: 709.157,
    nightKwh: 765.349,
    peaksKw: [6.776, 5.451, 5.434],
    supported: { kwh: 933.128, orePerKwh: 43.381 },
    kr: {
      day: 255.03,
      night: 181.68,
      tax: 230.94,
      enova: 18.43,
      capacity: 415,
      support: -404.8,
      total: 696.28,
    },
  },
  {
    month: '2025-12',
    dayKwh: 667.422,
    nightKwh: 887.299,
    peaksKw: [6.233, 5.656, 5.572],
    supported: { kwh: 1107.173, orePerKwh: 11.054 },
    kr: {
      day: 240.03,
      night: 210.63,
      tax: 243.5,
      enova: 19.43,
      capacity: 415,
      support: -122.39,
      total: 1006.2,
    },
  },
] as const;

describe('three real bills come out to the øre, each line', () => {
  it.each(bills)('$month', ({ month, kr, ...bill }) => {
    const hours = hoursOf(month, bill);
    const got = gridBill(home, month, hours);
    const day = got?.energy.find(({ rate }) => rate !== null);
    const night = got?.energy.find(({ rate }) => rate === null);
    expect({
      day: day?.ore,
      night: night?.ore,
      tax: got?.electricityTaxOre,
      enova: got?.enovaOre,
      capacity: got?.capacityOre,
      support: got?.supportOre,
      total: got?.totalOre,
    }).toEqual(
      Object.fromEntries(Object.entries(kr).map(([line, kroner]) => [line, Math.round(kroner * 100)])),
    );
    expect(day?.kwh).toBeCloseTo(bill.dayKwh, 6);
    expect(night?.kwh).toBeCloseTo(bill.nightKwh, 6);
  });
});

describe('a month’s bill', () => {
  const hour = Date.UTC(2026, 0, 12, 9);
  const owner = ownerWith({});

  it('supports the month’s first 5 000 kWh, the hour that crosses them in part', () => {
    const dear = { kwh: 3000, spotOrePerKwh: 177 };
    const hours = [0, 1, 2].map((n) => ({ ...dear, startAt: hour + n * HOUR_MS }));
    const bill = gridBill({ ...home, taxZone: 'nord_norge', gridOwner: owner }, '2026-01', hours);
    expect(bill?.supportOre).toBe(-90 * 5000);
  });

  it('settles Norgespris against each hour’s spot, also where that is below it', () => {
    const contract = { kind: 'norgespris', markupOrePerKwh: 0 } as const;
    const hours = [
      { startAt: hour, kwh: 10, spotOrePerKwh: 100 },
      { startAt: hour + HOUR_MS, kwh: 1, spotOrePerKwh: -10 },
    ];
    expect(gridBill({ ...home, contract, gridOwner: owner }, '2026-01', hours)?.supportOre).toBe(-688);
  });

  it('cannot be told without a household tariff, nor by the main fuse where that is not known', () => {
    const cabins = ownerWith({ customerGroups: ['cabin'] });
    expect(gridBill({ ...home, gridOwner: cabins }, '2026-01', [])).toBeNull();
    const fused = ownerWith({
      capacity: { method: 'main-fuse', thresholdIncluded: true, steps: [{ from: 0, nokPerYear: 1200 }] },
    });
    expect(gridBill({ ...home, gridOwner: fused }, '2026-01', [])).toBeNull();
    expect(gridBill({ ...home, gridOwner: fused }, '2026-01', [], 63)?.capacityOre).toBe(12_500);
  });
});

const priceFile = '../shared/data/prices/no_60min_2025.csv';
const isMissing = !existsSync(priceFile);

describe(`against a year of real prices${isMissing ? ' — skipped: no ../shared/data/prices' : ''}`, () => {
  it.skipIf(isMissing)('Bergen’s hours of autumn 2025 support about what the bills say', async () => {
    const { book } = await csvPriceBook(priceFile);
    for (const { month, supported } of bills) {
      const hours = hoursIn(month).flatMap((startAt) => {
        const date = localDate(startAt);
        const eur = book('NO5', date)?.eurPerMwh[(startAt - dayStart(date)) / HOUR_MS];
        return eur === undefined ? [] : [{ startAt, kwh: 1, spotOrePerKwh: eur * 1.17 }];
      });
      // The prices of 26 October, the 25-hour day, are not whole.
      expect(hours.length).toBeGreaterThanOrEqual(hoursIn(month).length - 25);
      const supportedHours = hours.filter(({ spotOrePerKwh }) => spotOrePerKwh > 75).length;
      const mean = -(gridBill(home, month, hours)?.supportOre ?? 0) / supportedHours;
      // A home uses more in dear hours than an even one: somewhat less per supported kWh is expected here.
      expect(mean / supported.orePerKwh).toBeGreaterThan(0.8);
      expect(mean / supported.orePerKwh).toBeLessThan(1.05);
    }
  });
});

interface Printed {
  readonly dayKwh: number;
  readonly nightKwh: number;
  readonly peaksKw: readonly number[];
  readonly supported: { readonly kwh: number; readonly orePerKwh: number };
}

/** Hours of the month that add up to the bill: peaks on three workdays, the rest even, supported hours at one spot price. */
function hoursOf(month: string, { dayKwh, nightKwh, peaksKw, supported }: Printed): MeteredHour[] {
  const all = hoursIn(month);
  const day = all.filter(isDear);
  const night = all.filter((at) => !isDear(at));
  const noons = day.filter((at) => localHour(at) === 12);
  const peaks = new Map(peaksKw.map((kw, i) => [noons[3 * i + 2] ?? 0, kw]));
  const peakKwh = peaksKw.reduce((sum, kw) => sum + kw, 0);
  const dayEach = (dayKwh - peakKwh) / (day.length - peaks.size);
  const nightEach = nightKwh / night.length;
  const kwhAt = (at: Instant) => peaks.get(at) ?? (isDear(at) ? dayEach : nightEach);
  // The hours in order are supported until the bill's kWh are; the last one is what is left over, mended by its price.
  const dearOre = 75 + supported.orePerKwh / 0.9 / 1.25;
  let left = supported.kwh;
  return all.map((startAt) => {
    const kwh = kwhAt(startAt);
    const share = Math.min(1, left / kwh);
    left -= share * kwh;
    return { startAt, kwh, spotOrePerKwh: 75 + share * (dearOre - 75) };
  });
}

function hoursIn(month: string): Instant[] {
  const fromAt = dayStart(`${month}-01`);
  const lastDay = addDays(`${localDate(fromAt + 40 * 24 * HOUR_MS).slice(0, 7)}-01`, -1);
  const count = (dayEnd(lastDay) - fromAt) / HOUR_MS;
  return Array.from({ length: count }, (_, i) => fromAt + i * HOUR_MS);
}

function isDear(at: Instant): boolean {
  const tariff = bkk.tariffs.find(({ from }) => from === '2025-09-01');
  return (
    tariff !== undefined && energyChargeAt(tariff.energy, localDate(at), localHour(at)).exception !== null
  );
}
