import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Home } from '../../bin/home/find-home.ts';
import { planHome } from '../../bin/plan/plan-home.ts';
import { priceProblem } from '../../bin/plan/price-problem.ts';
import { chargeAtOnce, checkPlan, type Problem, planCharging, type Slot } from '../../lib/planning/index.ts';
import { type Contract, priceAt, shippedGridOwner } from '../../lib/tariffs/index.ts';
import { HOUR_MS, isoLocal, isoUtc, QUARTER_MS, quartersOfDay } from '../../lib/time/index.ts';
import { problemOf } from '../planning/problems.ts';

const elvia = shippedGridOwner('elvia') ?? expect.fail('no elvia');
const spot: Contract = { kind: 'spot', markupOrePerKwh: 0 };
const norgespris: Contract = { kind: 'norgespris', markupOrePerKwh: 0 };
const fixed: Contract = { kind: 'fixed', markupOrePerKwh: 0, priceOrePerKwh: 60 };
const homeWith = (contract: Contract): Home => ({
  area: 'NO1',
  taxZone: 'sor',
  gridOwner: elvia,
  gridTariffName: null,
  contract,
  kwhThisMonth: 0,
});

const START_AT = Date.UTC(2026, 10, 11, 16);
const slotAt = (startAt: number, minutes: 15 | 60, importPrice: number, iso = isoLocal): Slot => ({
  start: iso(startAt),
  minutes,
  importPrice,
});
/** Hourly spot from 17:00 on a workday, NOK/kWh. */
const hours = (prices: readonly number[], startAt = START_AT) =>
  prices.map((price, i) => slotAt(startAt + i * HOUR_MS, 60, price));
const ore = (problem: Problem, contract: Contract = spot) =>
  priceProblem(problem, homeWith(contract)).problem.slots.map(({ importPrice }) => importPrice * 100);

describe('a problem on the home’s own prices', () => {
  it('has in each slot what the tariffs say of its clock hour’s mean', () => {
    const anySpot = fc.integer({ min: -100, max: 300 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(
        fc.array(anySpot, { minLength: 1, maxLength: 200 }),
        fc.integer({ min: 0, max: 365 * 96 }),
        fc.constantFrom(spot, norgespris, fixed),
        (prices, quarter, contract) => {
          const firstAt = Date.UTC(2026, 0, 1) + quarter * QUARTER_MS;
          const starts = prices.map((_, i) => firstAt + i * QUARTER_MS);
          const slots = prices.map((price, i) => slotAt(starts[i] ?? 0, 15, price));
          const priced = ore(problemOf(slots), contract);
          for (const [i, startAt] of starts.entries()) {
            const inHour = prices.filter(
              (_, j) => Math.floor((starts[j] ?? 0) / HOUR_MS) === Math.floor(startAt / HOUR_MS),
            );
            const mean = (inHour.reduce((sum, price) => sum + price, 0) / inHour.length) * 100;
            expect(priced[i]).toBeCloseTo(
              priceAt(homeWith(contract), startAt, mean)?.oreInclVat ?? Number.NaN,
              6,
            );
          }
        },
      ),
    );
  });

  it('goes by instant: the offset that a slot is written with changes nothing', () => {
    const quarters = ['2026-03-29', '2026-10-25'].map((date) => quartersOfDay(date));
    for (const starts of quarters) {
      const local = starts.map((at, i) => slotAt(at, 15, i / 50));
      const utc = starts.map((at, i) => slotAt(at, 15, i / 50, isoUtc));
      expect(ore(problemOf(utc))).toEqual(ore(problemOf(local)));
    }
  });

  it('prices an hour across two clock hours at the mean of both', () => {
    const [quarters] = [
      Array.from({ length: 4 }, (_, i) => slotAt(START_AT + 4.5 * HOUR_MS + i * QUARTER_MS, 15, 0.5)),
    ];
    const [hour] = ore(problemOf([slotAt(START_AT + 4.5 * HOUR_MS, 60, 0.5)]));
    const byQuarter = ore(problemOf(quarters));
    expect(new Set(byQuarter).size).toBe(2);
    expect(hour).toBeCloseTo(byQuarter.reduce((sum, one) => sum + one, 0) / 4, 9);
  });

  it('refuses slots that lie across quarter hours', () => {
    expect(() => ore(problemOf([slotAt(START_AT + 60_000, 15, 1)]))).toThrow(
      'slots[0].start: must be the start of a quarter hour to be priced',
    );
  });
});

/** 17:00–07:00; spot is cheapest at 17, 02 and 06, the grid tariff from 22 to 06. */
const nightOf = (startAt = START_AT) =>
  problemOf(hours([0.3, 0.9, 0.8, 0.8, 0.7, 0.6, 0.6, 0.5, 0.5, 0.35, 0.5, 0.5, 0.6, 0.31], startAt), {
    soc: 0.6,
    maxKw: 7.2,
  });
const planned = (contract: Contract, problem = nightOf()) =>
  planHome(problem, homeWith(contract), (priced) => planCharging(priced));

describe('the same night', () => {
  it('is planned differently where the contracts differ, each for the least that is really paid', async () => {
    const homes = [spot, norgespris, fixed].map((contract) => planned(contract));
    const [onSpot, onNorgespris, onFixed] = await Promise.all(homes);
    expect(onSpot?.plan.powerKw).not.toEqual(onNorgespris?.plan.powerKw);
    expect(onNorgespris?.plan.powerKw).toEqual(onFixed?.plan.powerKw);
    for (const home of [onSpot, onNorgespris, onFixed]) expect(home?.plan.status).toBe('optimal');
  });

  it('is explained by what was saved against charging at once', async () => {
    expect((await planned(norgespris)).plan.explanation[0]).toBe(
      'Norgespris: nothing to gain on spot; charging at these hours saves 0.15 kr/kWh in grid tariff.',
    );
    expect((await planned(fixed)).plan.explanation[0]).toBe(
      'Fixed price: charging at these hours saves 0.15 kr/kWh in grid tariff, and costs 0.07 kr/kWh more by less strømstøtte.',
    );
    expect((await planned(spot)).plan.explanation[0]).toMatch(
      /^Charging at these hours saves .* on power after support/,
    );
  });

  it('is explained alike whether its slots are hours or quarters', async () => {
    const { slots, vehicles } = nightOf();
    const [first] = slots;
    const mixed = problemOf(
      [
        ...Array.from({ length: 4 }, (_, i) =>
          slotAt(START_AT + i * QUARTER_MS, 15, first?.importPrice ?? 0),
        ),
        ...slots.slice(1),
      ],
      { ...vehicles[0], departSlot: slots.length + 3 },
    );
    expect((await planned(spot, mixed)).plan.explanation[0]).toBe((await planned(spot)).plan.explanation[0]);
  });

  it('says in its first sentence what the checker finds between the two costs', async () => {
    const { problem, plan } = await planned(norgespris);
    const atOnce = checkPlan(problem, chargeAtOnce(problem));
    expect((atOnce.costNok - plan.costNok) / atOnce.energyKwh).toBeCloseTo(0.15, 6);
  });

  it.each([
    ['first', [-2.5, -2.5, -2.5, 0.5, 0.6], 'Charging at once costs the same: nothing to gain by waiting.'],
    [
      'last',
      [0.6, 0.5, -2.5, -2.5, -2.5],
      // Two thirds of the energy waits for an hour that costs 3.00 less (2.5 + 0.5) or 3.10: (3.00 + 3.10) / 3 with VAT.
      'Charging at these hours saves 2.54 kr/kWh on power after support.',
    ],
  ] as const)(
    'charges past the target for three hours below zero, and is compared with as much at once: %s',
    async (_, prices, sentence) => {
      const { plan, problem } = await planned(
        spot,
        problemOf(hours(prices), { soc: 0.3, targetSoc: 0.4, maxKw: 7.2 }),
      );
      expect(checkPlan(problem, plan.powerKw).energyKwh).toBeCloseTo(3 * 7.2, 6);
      expect(plan.explanation[0]).toBe(sentence);
    },
  );

  it('is planned outside the known dates too, and says which rates are assumed', async () => {
    const { plan, assumed } = await planned(norgespris, nightOf(Date.UTC(2027, 0, 12, 16)));
    expect(plan.status).toBe('optimal');
    expect(assumed).toBe(
      'Not known for this time, so the nearest known rate is used: Norgespris, ' +
        'energy charge of the grid tariff (energiledd), electricity tax (elavgift).',
    );
    expect((await planned(norgespris)).assumed).toBeNull();
  });
});
