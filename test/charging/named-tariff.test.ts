import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { gridDaysUsed } from '../../lib/charging/grid-days-used.ts';
import { homePrices } from '../../lib/charging/home-prices.ts';
import { readPrices } from '../../lib/charging/read-prices.ts';
import { whyReplan } from '../../lib/charging/why-replan.ts';
import { saveOwner } from '../../lib/grid-owners/store.ts';
import { newHome, type PriceTerms } from '../../lib/homes/index.ts';
import {
  type EnergyCharge,
  type GridOwner,
  type GridTariff,
  shippedGridOwner,
} from '../../lib/tariffs/index.ts';
import { HOUR_MS } from '../../lib/time/index.ts';
import { type HomesWorld, startHomesWorld } from '../homes/support/homes-world.ts';
import { inOslo } from '../support/price-terms.ts';
import { comesHome, planOn, thirsty, thursday } from './support/price-night.ts';

const always = (baseOrePerKwh: number): EnergyCharge => ({ baseOrePerKwh, exceptions: [] });
/** Dearer or cheaper in one clock hour of every day. */
const butAt = (hour: number, orePerKwh: number): EnergyCharge => ({
  baseOrePerKwh: 20,
  exceptions: [{ name: 'Timen', hours: [{ from: hour, to: hour }], days: null, months: null, orePerKwh }],
});

/** An owner of two grids, as it is on the day of the test. */
function ownerOf(charges: { readonly nord: EnergyCharge; readonly sor: EnergyCharge }): GridOwner {
  const elvia = shippedGridOwner('elvia');
  const [first] = elvia?.tariffs ?? [];
  if (!elvia || !first) throw new Error('Elvia ships with a tariff');
  const named = (name: string, energy: EnergyCharge): GridTariff => ({
    ...{ ...first, from: '2026-01-01', until: null, customerGroups: ['household'] },
    ...{ name, energy },
  });
  return { ...elvia, key: 'toby', tariffs: [named('Nord', charges.nord), named('Sør', charges.sor)] };
}

let world: HomesWorld;
let fetchedAt = comesHome;
beforeAll(async () => {
  world = await startHomesWorld();
  world.clock.at = comesHome;
});
afterAll(() => world.stop());

async function charges(nord: EnergyCharge, sor: EnergyCharge): Promise<void> {
  fetchedAt += 1;
  await saveOwner(world.platform, { owner: ownerOf({ nord, sor }), sha: String(fetchedAt), fetchedAt });
}

const termsOf = (gridTariffName: string | null): PriceTerms => ({
  ...{ ...inOslo, gridOwner: 'toby', gridTariffName },
  contract: { kind: 'norgespris', markupOrePerKwh: 0 },
});

describe('where a grid owner has two tariffs, the home’s own', () => {
  const span = { fromAt: comesHome, untilAt: comesHome + HOUR_MS };
  const used = async (gridTariffName: string | null) => {
    const home = newHome({ customerId: 'c', ...termsOf(gridTariffName), dueShard: 'NO1#0', createdAt: 1 });
    return (await readPrices(world.platform, home, [thirsty], comesHome)).used;
  };
  const why = async (gridTariffName: string, change: () => Promise<void>) => {
    const plan = await planOn(world.platform, termsOf(gridTariffName));
    const vehicle = { ...thirsty, plan };
    expect(whyReplan(vehicle, await used(gridTariffName), comesHome)).toBeNull();
    await change();
    return whyReplan(vehicle, await used(gridTariffName), comesHome);
  };
  beforeEach(() => charges(always(10), always(30)));

  it.each([
    ['Nord', 10, []],
    ['Sør', 30, []],
    [null, 10, ['gridEnergy']],
  ])('%s decides its price', async (gridTariffName, gridEnergy, assumed) => {
    const { prices } = await homePrices(world.platform, termsOf(gridTariffName), span);
    expect(prices).toHaveLength(4);
    for (const price of prices) {
      expect(price.parts.gridEnergy).toBe(gridEnergy);
      expect(price.assumed).toEqual(assumed);
    }
  });

  it('is what its plan is known by', async () => {
    expect(await used('Nord')).toEqual(await used(null));
    expect(await used('Sør')).not.toEqual(await used('Nord'));
  });

  it('makes its plan anew when it changes', async () => {
    expect(await why('Sør', () => charges(always(10), butAt(2, 5)))).toBe('prices-arrived');
    expect(await why('Nord', () => charges(butAt(2, 5), butAt(2, 5)))).toBe('prices-arrived');
  });

  it('leaves its plan alone when only the other one changes', async () => {
    expect(await why('Sør', () => charges(butAt(2, 5), always(30)))).toBeNull();
    expect(await why('Nord', () => charges(butAt(2, 5), always(40)))).toBeNull();
  });
});

describe('the fingerprint of a day’s grid tariff', () => {
  const fingerprint = (energy: EnergyCharge) =>
    gridDaysUsed(ownerOf({ nord: always(1), sor: energy }), 'Sør', thursday, thursday);

  it.each(Array.from({ length: 24 }, (_, hour) => hour))('is another when hour %i alone changes', (hour) => {
    fc.assert(
      fc.property(fc.integer({ min: -2000, max: 2000 }), (cents) => {
        const orePerKwh = 20 + (cents === 0 ? 1 : cents) / 100;
        expect(fingerprint(butAt(hour, orePerKwh))).not.toEqual(fingerprint(always(20)));
      }),
      { numRuns: 20 },
    );
  });

  it('is the same however the same charges are worded', () => {
    expect(fingerprint(butAt(23, 20))).toEqual(fingerprint(always(20)));
  });
});
