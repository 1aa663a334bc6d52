import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type EnergyException,
  energyChargeAt,
  priceAt,
  tariffNamesOn,
  tariffOn,
} from '../../lib/tariffs/index.ts';
import { addDays, dayStart, type LocalDate } from '../../lib/time/index.ts';
import { ownerWith, tariffWith } from './arbitraries.ts';

const exception = (change: Partial<EnergyException>): EnergyException => ({
  name: 'Dag',
  hours: null,
  days: null,
  months: null,
  orePerKwh: 50,
  ...change,
});
const isDear = (change: Partial<EnergyException>, date: LocalDate, hour: number) =>
  energyChargeAt({ baseOrePerKwh: 10, exceptions: [exception(change)] }, date, hour).orePerKwh === 50;
const dearHours = (change: Partial<EnergyException>, date: LocalDate) =>
  Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => isDear(change, date, hour));

const monday = '2026-11-16';
const saturday = '2026-11-21';
const holiday = '2026-05-14';

describe('an exception of the energy charge', () => {
  it('holds from the first to the last hour, both included', () => {
    expect(dearHours({ hours: [{ from: 6, to: 21 }] }, monday)).toEqual(
      Array.from({ length: 16 }, (_, i) => i + 6),
    );
    expect(dearHours({ hours: [{ from: 7, to: 7 }] }, monday)).toEqual([7]);
  });

  it('goes over midnight, and holds in any of several spans', () => {
    expect(dearHours({ hours: [{ from: 22, to: 5 }] }, monday)).toEqual([0, 1, 2, 3, 4, 5, 22, 23]);
    const two = [
      { from: 7, to: 8 },
      { from: 16, to: 17 },
    ];
    expect(dearHours({ hours: two }, monday)).toEqual([7, 8, 16, 17]);
  });

  it.each([
    ['workday', [true, false, false]],
    ['weekday', [true, false, true]],
    ['weekend', [false, true, false]],
    ['holiday', [false, false, true]],
    ['day-off', [false, true, true]],
    ['all', [true, true, true]],
    ['monday', [true, false, false]],
    ['thursday', [false, false, true]],
    ['saturday', [false, true, false]],
  ] as const)('on a %s: Monday, Saturday and Ascension Thursday are %j', (kind, expected) => {
    expect([monday, saturday, holiday].map((date) => isDear({ days: [kind] }, date, 12))).toEqual(expected);
  });

  it('holds where hour, day and month all do', () => {
    const all = { hours: [{ from: 16, to: 21 }], days: ['friday'], months: [1, 2, 3] } as const;
    expect(isDear(all, '2026-01-16', 18)).toBe(true);
    expect(isDear(all, '2026-01-16', 22)).toBe(false);
    expect(isDear(all, '2026-01-15', 18)).toBe(false);
    expect(isDear(all, '2026-04-17', 18)).toBe(false);
  });

  it('of several that hold the first one counts', () => {
    const exceptions = [exception({ orePerKwh: 30 }), exception({ orePerKwh: 40, name: 'Vinter' })];
    expect(energyChargeAt({ baseOrePerKwh: 10, exceptions }, monday, 3)).toEqual({
      orePerKwh: 30,
      exception: 'Dag',
    });
  });
});

describe('an owner’s tariff of the day', () => {
  const at = (base: number) => ({ baseOrePerKwh: base, exceptions: [] });
  const owner = {
    ...ownerWith({}),
    tariffs: [
      tariffWith({ from: '2025-01-01', until: '2026-07-01', energy: at(1) }),
      tariffWith({ from: '2026-07-01', until: null, energy: at(2), name: 'Nord' }),
      tariffWith({ from: '2026-07-01', until: null, energy: at(3), name: 'Sør' }),
      tariffWith({ from: '2026-07-01', until: null, energy: at(9), customerGroups: ['cabin'] }),
    ],
  };
  const charge = (date: LocalDate, gridTariffName: string | null = null) => {
    const basis = {
      taxZone: 'sor',
      contract: { kind: 'norgespris', markupOrePerKwh: 0 },
      kwhThisMonth: 0,
    } as const;
    const price = priceAt({ ...basis, gridOwner: owner, gridTariffName }, dayStart(date), 50);
    return [price?.parts.gridEnergy, price?.assumed.includes('gridEnergy')];
  };

  it('holds from its first day to the day before its last', () => {
    expect(charge('2026-06-30')).toEqual([1, false]);
    expect(charge('2026-07-01', 'Nord')).toEqual([2, false]);
  });

  it('is the one that the customer names where several hold, else the first, assumed; never a cabin’s', () => {
    expect(charge('2026-08-01', 'Sør')).toEqual([3, false]);
    expect(charge('2026-08-01', 'Vest')).toEqual([2, true]);
    expect(charge('2026-08-01')).toEqual([2, true]);
    expect(tariffNamesOn(owner, '2026-08-01')).toEqual(['Nord', 'Sør']);
    expect(tariffNamesOn(owner, '2026-06-30')).toEqual([]);
    expect(
      tariffNamesOn({ ...owner, tariffs: [...owner.tariffs, ...owner.tariffs] }, '2026-08-01'),
    ).toHaveLength(2);
  });

  it('stays the customer’s own where all of them have ended', () => {
    const tariffs = owner.tariffs.map((tariff) => ({ ...tariff, until: tariff.until ?? '2026-10-01' }));
    expect(tariffOn({ ...owner, tariffs }, 'Sør', '2026-11-01')).toMatchObject({
      tariff: { name: 'Sør' },
      assumed: true,
    });
  });

  it('is the owner’s own word for a day that it told, and for no other', () => {
    const told = tariffWith({ from: '2027-01-01', until: '2027-01-02', energy: at(7) });
    const own = { ...owner, ownDays: [told] };
    const on = (date: LocalDate) => {
      const found = tariffOn(own, 'Sør', date);
      return [found?.tariff.energy.baseOrePerKwh, found?.assumed];
    };
    expect(on('2027-01-01')).toEqual([7, false]);
    expect(on('2026-12-31')).toEqual([3, false]);
    expect(on('2027-01-02')).toEqual([3, true]);
  });

  it('that begins in a year is known in it, whenever it was read', () => {
    const next = ownerWith({ from: '2027-01-01' });
    expect(tariffOn(next, null, '2027-03-01')?.assumed).toBe(false);
    expect(tariffOn(next, null, '2028-01-01')?.assumed).toBe(true);
  });

  it('before the first known day is the first one, assumed', () => {
    expect(charge('2024-06-01')).toEqual([1, true]);
  });

  it('is assumed from the New Year after it was last read', () => {
    expect(charge('2026-12-31', 'Nord')).toEqual([2, false]);
    expect(charge('2027-01-01', 'Nord')).toEqual([2, true]);
  });

  it('that ended without a successor goes on, assumed', () => {
    const ended = { ...owner, tariffs: owner.tariffs.slice(0, 1) };
    const basis = {
      taxZone: 'sor',
      contract: { kind: 'spot', markupOrePerKwh: 0 },
      kwhThisMonth: 0,
    } as const;
    const price = priceAt({ ...basis, gridOwner: ended, gridTariffName: null }, dayStart('2026-08-01'), 50);
    expect(price).toMatchObject({ parts: { gridEnergy: 1 }, assumed: ['gridEnergy'] });
  });

  it('has one charge for every day of any year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (days) => {
        expect(charge(addDays('2022-01-01', days))[0]).toBeGreaterThan(0);
      }),
    );
  });
});
