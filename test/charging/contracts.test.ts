import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPrices } from '../../lib/charging/read-prices.ts';
import { whyReplan } from '../../lib/charging/why-replan.ts';
import { saveOwner } from '../../lib/grid-owners/store.ts';
import { newHome, type PlanInForce, type PriceTerms } from '../../lib/homes/index.ts';
import { decidedBy } from '../../lib/planning/index.ts';
import { type Contract, type EnergyCharge, shippedGridOwner } from '../../lib/tariffs/index.ts';
import { atLocalTime, localTime } from '../../lib/time/index.ts';
import { type HomesWorld, startHomesWorld } from '../homes/support/homes-world.ts';
import { inOslo } from '../support/price-terms.ts';
import { comesHome, friday, planOn, spotOfHour, storeDay, thirsty, thursday } from './support/price-night.ts';

const spot: Contract = { kind: 'spot', markupOrePerKwh: 5 };
const norgespris: Contract = { kind: 'norgespris', markupOrePerKwh: 5 };
const fixed: Contract = { kind: 'fixed', markupOrePerKwh: 0, priceOrePerKwh: 60 };

/** Elvia, workdays from July 2026, øre/kWh ex VAT; electricity tax and Enova fee of 2026; strømstøtte above 77 øre. */
const grid = (hour: number) => (hour >= 6 && hour < 22 ? 28.99 : 16.99);
const taxes = 7.13 + 1;
const support = (hour: number) => 0.9 * Math.max(0, spotOfHour(hour) - 77);

/** What the power alone costs under each contract, øre/kWh incl. VAT. */
const power = {
  spot: (hour: number) => 1.25 * (spotOfHour(hour) - support(hour) + 5),
  norgespris: () => 1.25 * (40 + 5),
  fixed: (hour: number) => 1.25 * (60 - support(hour)),
};

/** Energy by local hour, kWh. */
type Energy = Readonly<Record<number, number>>;
const atOnce: Energy = { 17: 11, 18: 11, 19: 11 };

function costs(energy: Energy, kind: Contract['kind']) {
  const over = (orePerKwh: (hour: number) => number) =>
    Object.entries(energy).reduce((sum, [hour, kwh]) => sum + kwh * orePerKwh(Number(hour)), 0);
  const powerOre = over(power[kind]);
  const gridOre = over((hour) => 1.25 * grid(hour));
  return { powerOre, gridOre, whole: powerOre + gridOre + over(() => 1.25 * taxes) };
}

const hours = ({ windows }: PlanInForce) =>
  windows.map(({ fromAt, untilAt }) => `${localTime(fromAt)}–${localTime(untilAt)}`);
const sentence = (plan: PlanInForce) => decidedBy(plan.contract, plan.savedBy, 33);

let world: HomesWorld;
beforeAll(async () => {
  world = await startHomesWorld();
  world.clock.at = comesHome;
  for (const date of [thursday, friday]) await storeDay(world.platform, date);
});
afterAll(() => world.stop());

describe('the same night', () => {
  it.each([
    {
      contract: spot,
      charges: ['02:45–05:45'],
      energy: { 2: 2.75, 3: 11, 4: 11, 5: 8.25 },
      says: 'Charging at these hours saves 0.34 kr/kWh on power after support and 0.15 kr/kWh in grid tariff.',
    },
    {
      contract: norgespris,
      charges: ['22:00–01:00'],
      energy: { 22: 11, 23: 11, 0: 11 },
      says: 'Norgespris: nothing to gain on spot; charging at these hours saves 0.15 kr/kWh in grid tariff.',
    },
    {
      // Strømstøtte follows spot also where the price is agreed: the dear evening is the cheap one.
      contract: fixed,
      charges: ['18:00–21:00'],
      energy: { 18: 11, 19: 11, 20: 11 },
      says: 'Fixed price: charging at these hours saves 0.10 kr/kWh by more strømstøtte.',
    },
  ])('under $contract.kind charges $charges, and says why', async ({ contract, charges, energy, says }) => {
    const plan = await planOn(world.platform, { contract });
    const planned = costs(energy, contract.kind);
    const now = costs(atOnce, contract.kind);
    expect(hours(plan)).toEqual(charges);
    expect(plan).toMatchObject({ status: 'optimal', contract: contract.kind, assumed: [] });
    expect(plan.costOre).toBeCloseTo(planned.whole, 4);
    expect(plan.chargeNowOre).toBeCloseTo(now.whole, 4);
    expect(plan.savedBy.powerOre).toBeCloseTo(now.powerOre - planned.powerOre, 4);
    expect(plan.savedBy.gridOre).toBeCloseTo(now.gridOre - planned.gridOre, 4);
    expect(plan.savedBy.taxOre).toBeCloseTo(0, 4);
    expect(plan.explanation).toEqual(['cheapest-hours']);
    expect(sentence(plan)).toBe(says);
  });

  it('without a known grid owner: Norgespris has nothing to choose by, and says that the tariff is missing', async () => {
    const plan = await planOn(world.platform, { contract: norgespris, gridOwner: null });
    expect(plan).toMatchObject({ explanation: ['flat-prices'], assumed: ['gridEnergy'], status: 'optimal' });
    expect(plan.costOre).toBeCloseTo(33 * 1.25 * (45 + taxes), 4);
    expect(sentence(plan)).toBe('Norgespris: nothing to gain on spot, nor by waiting.');
  });

  it.each([
    ['sor', 1.25, taxes],
    ['nord_norge', 1, taxes],
    ['tiltakssone', 1, 1],
  ] as const)('in %s is taxed as there', async (taxZone, vat, taxed) => {
    const plan = await planOn(world.platform, { contract: norgespris, taxZone });
    expect(plan.costOre).toBeCloseTo(33 * vat * (45 + 16.99 + taxed), 4);
    expect(plan.savedBy.gridOre).toBeCloseTo(33 * vat * 12, 4);
  });
});

describe('before tomorrow’s prices are out', () => {
  const late = '2026-11-14';
  const saturday = { observedAt: atLocalTime(friday, '17:00') };
  const now = saturday.observedAt;
  const homeOn = (contract: Contract) =>
    newHome({ customerId: 'c', ...inOslo, contract, dueShard: 'NO1#0', createdAt: 1 });
  const used = async (terms: Partial<PriceTerms>) => {
    const home = { ...homeOn(norgespris), ...terms };
    return (await readPrices(world.platform, home, [thirsty], now)).used;
  };

  it('a Norgespris home plans the whole night, and nothing that comes later makes it plan anew', async () => {
    const plan = await planOn(world.platform, { contract: norgespris }, now);
    expect(hours(plan)).toEqual(['22:00–01:00']);
    expect(plan).toMatchObject({ status: 'optimal', explanation: ['cheapest-hours'] });
    expect(plan.slots.at(-1)?.startAt).toBe(atLocalTime(late, '05:30'));
    const vehicle = { ...thirsty, plan };
    expect(whyReplan(vehicle, await used({ contract: norgespris }), now)).toBe(null);
    // Tomorrow comes, and today is told anew.
    await storeDay(world.platform, late);
    await storeDay(world.platform, friday, 2);
    expect(whyReplan(vehicle, await used({ contract: norgespris }), now)).toBe(null);
    const next = atLocalTime(late, '00:30');
    const prices = await readPrices(world.platform, homeOn(norgespris), [thirsty], next);
    expect(whyReplan(vehicle, prices.used, next)).toBe(null);
  });

  it('a spot home plans anew when they come, and a Norgespris home when it leaves Norgespris', async () => {
    const onSpot = { ...thirsty, plan: await planOn(world.platform, { contract: spot }, now) };
    expect(whyReplan(onSpot, await used({ contract: spot }), now)).toBe(null);
    await storeDay(world.platform, late, 2);
    expect(whyReplan(onSpot, await used({ contract: spot }), now)).toBe('prices-arrived');
    const onNorgespris = { ...thirsty, plan: await planOn(world.platform, { contract: norgespris }, now) };
    expect(whyReplan(onNorgespris, await used({ contract: spot }), now)).toBe('prices-arrived');
  });
});

it('rates that are not known for their day do not stop a plan: it says which', async () => {
  for (const date of ['2027-01-04', '2027-01-05']) await storeDay(world.platform, date);
  const now = atLocalTime('2027-01-04', '17:00');
  const plan = await planOn(world.platform, { contract: norgespris }, now);
  expect(plan).toMatchObject({ status: 'optimal', assumed: ['norgespris', 'gridEnergy', 'electricityTax'] });
  expect((await planOn(world.platform, { contract: spot }, now)).assumed).toEqual([
    'supportThreshold',
    'gridEnergy',
    'electricityTax',
  ]);
});

describe('when the grid owner’s file changes under a plan', () => {
  const now = atLocalTime(friday, '17:00');
  const home = newHome({ customerId: 'c', ...inOslo, contract: norgespris, dueShard: 'NO1#0', createdAt: 1 });
  const charges = async (energy: EnergyCharge) => {
    const elvia = shippedGridOwner('elvia');
    if (elvia === null) throw new Error('Elvia ships');
    const tariffs = elvia.tariffs.map((tariff) => ({ ...tariff, energy }));
    await saveOwner(world.platform, { owner: { ...elvia, tariffs }, sha: 'another', fetchedAt: now });
  };
  const why = async (plan: PlanInForce) => {
    const vehicle = { ...thirsty, plan };
    return whyReplan(vehicle, (await readPrices(world.platform, home, [vehicle], now)).used, now);
  };
  const dearNight = { name: 'Natt', hours: [{ from: 22, to: 5 }], days: null, months: null, orePerKwh: 30 };

  it('it is made anew on the new charges; the same charges in other words change nothing', async () => {
    const before = await planOn(world.platform, { contract: norgespris }, now);
    await charges({ baseOrePerKwh: 10, exceptions: [dearNight] });
    expect(await why(before)).toBe('prices-arrived');
    const after = await planOn(world.platform, { contract: norgespris }, now);
    expect(hours(after)).toEqual(['17:00–20:00']);
    const cheapDay = { ...dearNight, name: 'Dag', hours: [{ from: 6, to: 21 }], orePerKwh: 10 };
    await charges({ baseOrePerKwh: 30, exceptions: [cheapDay] });
    expect(await why(after)).toBeNull();
  });
});
