import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contracts, overviewOf, sessionsOf } from '../../lib/api/index.ts';
import { shownSavedBy } from '../../lib/api/views/shown-saved-by.ts';
import { type Home, linkedVehicle, newHome, type PriceTerms } from '../../lib/homes/index.ts';
import { shippedGridOwner } from '../../lib/tariffs/index.ts';
import { HOUR_MS } from '../../lib/time/index.ts';

const NOW = Date.parse('2026-01-12T16:05:00Z');
const ore = fc.double({ min: -1e5, max: 1e5, noNaN: true });
const sums = fc.record({
  gridKwh: fc.double({ min: 0, max: 100, noNaN: true }),
  costOre: ore,
  chargeNowOre: ore,
  unpriced: fc.boolean(),
  assumed: fc.boolean(),
});
const inTromso: PriceTerms = {
  area: 'NO4',
  taxZone: 'nord_norge',
  gridOwner: 'arva',
  gridTariffName: null,
  contract: { kind: 'norgespris', markupOrePerKwh: 1.5 },
};
const arva = shippedGridOwner('arva');
const bare = newHome({ customerId: 'c', ...inTromso, dueShard: 'NO4#0', createdAt: NOW });
const vehicle = linkedVehicle({
  vehicleRef: 'v',
  grantRef: 'g',
  provider: 'tesla',
  batteryKwh: 75,
  maySetCurrent: true,
});

describe('money', () => {
  test('is whole øre, and cost and saving add up to charging at once, in each row and in the total', () => {
    fc.assert(
      fc.property(fc.array(sums, { maxLength: 20 }), (rows) => {
        const shown = sessionsOf(
          rows.map((row, i) => ({
            ...row,
            vehicleRef: 'v',
            pluggedInAt: NOW + i * HOUR_MS,
            endedAt: NOW + (i + 1) * HOUR_MS,
          })),
        );
        for (const { costOre, savedOre, chargeNowOre } of [...shown.sessions, shown.total]) {
          expect(costOre + savedOre).toBe(chargeNowOre);
          expect([costOre, savedOre, chargeNowOre].every((value) => Number.isInteger(value))).toBe(true);
        }
        const summed = shown.sessions.reduce((total, { costOre }) => total + costOre, 0);
        expect(shown.total.costOre).toBe(summed);
        const newestFirst = [...rows].reverse();
        expect(shown.sessions.map(({ assumed }) => assumed)).toEqual(
          newestFirst.map(({ assumed }) => assumed),
        );
        expect(contracts['get-sessions'].answer.safeParse(shown).error).toBeUndefined();
      }),
    );
  });

  test('is shown newest first, each with its car', () => {
    const row = { vehicleRef: 'v', gridKwh: 1, costOre: 1, chargeNowOre: 2, unpriced: false, assumed: false };
    const { sessions } = sessionsOf([
      { ...row, pluggedInAt: NOW, endedAt: NOW + 1 },
      { ...row, vehicleRef: 'w', pluggedInAt: NOW + HOUR_MS, endedAt: NOW + HOUR_MS + 1 },
    ]);
    expect(sessions.map(({ vehicleRef, pluggedInAt }) => [vehicleRef, pluggedInAt])).toEqual([
      ['w', '2026-01-12T17:05:00Z'],
      ['v', '2026-01-12T16:05:00Z'],
    ]);
  });
});

describe('the overview', () => {
  test('of nobody is empty', () => {
    expect(overviewOf(null, null, NOW)).toEqual({
      now: '2026-01-12T16:05:00Z',
      home: null,
      vehicles: [],
      withdrawal: null,
    });
  });

  test('tells when the car is to be ready next: of the weekend, or the one time that was asked for', () => {
    const next = (now: string, wishes: Partial<typeof vehicle.wishes>) => {
      const wished = { ...vehicle, wishes: { ...vehicle.wishes, readyByWeekend: '10:00', ...wishes } };
      return overviewOf({ ...bare, vehicles: [wished] }, arva, Date.parse(now)).vehicles[0]?.nextReady;
    };
    const daily = { readyAt: '2026-01-13T06:00:00Z', targetPercent: 80 };
    expect(next('2026-01-12T16:05:00Z', {})).toEqual(daily);
    expect(next('2026-01-16T16:05:00Z', {})).toEqual({ ...daily, readyAt: '2026-01-17T09:00:00Z' });
    const once = { readyAt: Date.parse('2026-01-13T04:30:00Z'), targetSoc: 1 };
    expect(next('2026-01-12T16:05:00Z', { once })).toEqual({
      readyAt: '2026-01-13T04:30:00Z',
      targetPercent: 100,
    });
  });

  test('of a car that has told nothing says so, and never 0', () => {
    const [shown] = overviewOf({ ...bare, vehicles: [vehicle] }, arva, NOW).vehicles;
    expect(shown).toMatchObject({
      battery: { percent: null, observedAt: null, limitPercent: null },
      plugged: 'unknown',
      charging: 'unknown',
      powerKw: null,
      status: { key: 'asking-the-car', startAt: null, readyAt: null },
      wishes: { readyBy: '07:00', targetPercent: 80, reservePercent: 10, ceilingPercent: 100, once: null },
      plan: null,
      session: null,
    });
  });

  test('keeps to its contract, whatever the home holds, and tells no reference but the car’s', () => {
    fc.assert(
      fc.property(
        sums,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat({ max: 40 }),
        (money, soc, count) => {
          const home = busyHome(money, soc, count);
          const shown = overviewOf(home, arva, NOW);
          expect(contracts['get-overview'].answer.safeParse(shown).error).toBeUndefined();
          const [{ plan, commands } = { plan: null, commands: [] }] = shown.vehicles;
          expect(Number(plan?.costOre) + Number(plan?.savedOre)).toBe(plan?.chargeNowOre);
          const { powerOre, gridOre, taxOre } = plan?.savedBy ?? { powerOre: 1, gridOre: 1, taxOre: 1 };
          expect(powerOre + gridOre + taxOre).toBe(plan?.savedOre);
          expect([powerOre, gridOre, taxOre].every((value) => Number.isInteger(value))).toBe(true);
          expect(commands).toHaveLength(Math.min(count, 5));
          expect(JSON.stringify(shown)).not.toMatch(/secret-/);
        },
      ),
    );
  });
});

test('a home is shown with its grid owner’s name and the VAT of its tax zone', () => {
  const shown = overviewOf(bare, arva, NOW).home;
  expect(shown).toEqual({
    ...inTromso,
    gridOwnerName: arva?.name,
    vatPercent: 0,
    fuse: null,
    fuseKw: null,
    houseYearlyKwh: null,
  });
  expect(overviewOf({ ...bare, taxZone: 'sor', gridOwner: null }, null, NOW).home).toMatchObject({
    gridOwner: null,
    gridOwnerName: null,
    vatPercent: 25,
  });
});

describe('what saved is shown in whole øre that add up', () => {
  test('and what rounding left over is put where it shows least', () => {
    expect(shownSavedBy({ powerOre: 10.4, gridOre: 3.4, taxOre: 0.4 }, 14)).toEqual({
      powerOre: 11,
      gridOre: 3,
      taxOre: 0,
    });
    expect(shownSavedBy({ powerOre: 0, gridOre: -3.6, taxOre: 0 }, -3)).toEqual({
      powerOre: 0,
      gridOre: -3,
      taxOre: 0,
    });
  });
});

function busyHome(
  money: { gridKwh: number; costOre: number; chargeNowOre: number; unpriced: boolean; assumed: boolean },
  soc: number,
  count: number,
): Home {
  const command = {
    commandId: 'secret-command',
    kind: 'start' as const,
    limitSoc: null,
    ampere: null,
    state: 'confirmed' as const,
    attempt: 1,
    intendedAt: NOW,
    settledAt: NOW,
    reason: null,
  };
  return {
    ...bare,
    customerId: 'secret-customer',
    consentRef: 'secret-consent',
    vehicles: [
      {
        ...vehicle,
        grantRef: 'secret-grant',
        observed: {
          observedAt: NOW,
          fetchedAt: NOW,
          reach: 'online',
          soc,
          limitSoc: soc,
          plug: 'plugged',
          charge: 'stopped',
          powerKw: money.gridKwh,
          maxKw: 11,
          sessionKwh: null,
          circuit: null,
        },
        session: {
          ...money,
          pluggedInAt: NOW,
          meter: { at: NOW, sessionKwh: null, soc },
          chargeNowUntilAt: NOW,
          maxKw: 11,
        },
        plan: {
          ...money,
          planId: 'secret-plan',
          madeAt: NOW,
          reason: 'plugged-in',
          mode: 'plan',
          readyAt: NOW + HOUR_MS,
          doneByAt: NOW + HOUR_MS,
          targetSoc: 0.8,
          socAtStart: soc,
          maxKw: 11,
          slots: [{ startAt: NOW, powerKw: 11 * soc, priceOrePerKwh: money.costOre / 100 }],
          windows: [{ fromAt: NOW, untilAt: NOW + 1, ampere: 16 }],
          endSoc: 0.8,
          status: 'optimal',
          contract: 'norgespris',
          savedBy: {
            powerOre: (money.chargeNowOre - money.costOre) * soc,
            gridOre: (money.chargeNowOre - money.costOre) * (1 - soc),
            taxOre: 0,
          },
          assumed: ['gridEnergy'],
          gapOre: 0.004,
          shortfallKwh: 0,
          solver: 'greedy',
          explanation: ['cheapest-hours'],
          pricesUsed: ['NO4/2026-01-12/1'],
          capacity: {
            riseOre: money.costOre,
            chargeNowRiseOre: money.chargeNowOre,
            demandKw: 4 + soc,
            demandAloneKw: 4,
            uptoKw: soc > 0.5 ? null : 5,
            feeOre: 25000.4,
            assumed: money.assumed,
          },
          fuseKw: 25 + soc,
          together: 1,
          othersKey: 'secret-other',
          wishesKey: '0.1/1',
          kwPerAmpere: 0.69,
          guessedFromAt: NOW,
          nineInTenOre: money.chargeNowOre,
          wouldCost: [{ change: 'unbroken', ore: soc * 100 }],
        },
        commands: Array.from({ length: count }, () => command),
      },
    ],
  };
}
