import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFriNettleieFile } from '../../lib/grid-owners/fri-nettleie/read-file.ts';
import { newerOf } from '../../lib/grid-owners/known-owner.ts';
import { warningsOf } from '../../lib/grid-owners/warnings-of.ts';
import {
  type CustomerGroup,
  energyChargeAt,
  type GridOwner,
  type GridTariff,
  priceAt,
} from '../../lib/tariffs/index.ts';
import { dayStart, HOUR_MS, type Instant, localDate, localHour } from '../../lib/time/index.ts';

const folder = '../shared/data/tariffs/fri-nettleie';
// Real files are not part of the product: skipped where they are not beside it.
const isMissing = !existsSync(folder);
const why = isMissing ? ' — skipped: not in ../shared/data/tariffs' : '';
const files = isMissing ? [] : readdirSync(folder).filter((name) => name.endsWith('.yml'));
/** Has homes nowhere: cabins alone. */
const cabinsAlone = 'area-alle.yml';

/** The owner as it is known from its file, fetched on the day of the snapshot. */
function known(file: string): GridOwner {
  const owner = readFriNettleieFile(file.slice(0, -4), readFileSync(`${folder}/${file}`, 'utf8'));
  return newerOf({ owner, sha: '', fetchedAt: dayStart('2026-08-18') }, null) ?? expect.fail();
}

const hours = Array.from({ length: (dayStart('2027-01-01') - dayStart('2026-01-01')) / HOUR_MS }, (_, i) => {
  const at = dayStart('2026-01-01') + i * HOUR_MS;
  return { at, date: localDate(at), hour: localHour(at) };
});

/** Each hour of 2026 that a tariff of these customers holds in, with its energy charge; a tariff after the other. */
function charges({ tariffs }: GridOwner, group: CustomerGroup): { at: Instant; orePerKwh: number }[] {
  const chargesOf = ({ from, until, energy }: GridTariff) =>
    hours
      .filter(({ date }) => from <= date && (until === null || date < until))
      .map(({ at, date, hour }) => ({ at, orePerKwh: energyChargeAt(energy, date, hour).orePerKwh }));
  return tariffs.filter(({ customerGroups }) => customerGroups.includes(group)).flatMap(chargesOf);
}

const customer = {
  taxZone: 'sor',
  contract: { kind: 'spot', markupOrePerKwh: 0 },
  gridTariffName: null,
  kwhThisMonth: 0,
} as const;

describe.skipIf(isMissing)(`the 74 real files${why}`, () => {
  it('are all there', () => {
    expect(files).toHaveLength(74);
    expect(files).toContain(cabinsAlone);
    expect(hours).toHaveLength(8760);
  });

  it.each(files.filter((file) => file !== cabinsAlone))('%s prices a home every hour of 2026', (file) => {
    const gridOwner = known(file);
    const told = charges(gridOwner, 'household').sort((a, b) => a.at - b.at);
    expect(told.map(({ at }) => at)).toEqual(hours.map(({ at }) => at));
    expect(told.filter(({ orePerKwh }) => !(orePerKwh >= -2 && orePerKwh < 100))).toEqual([]);
    const basis = { ...customer, gridOwner };
    const priced = hours.map(({ at }) => ({ at, price: priceAt(basis, at, 50) }));
    expect(priced.filter(({ price }) => !price || price.assumed.includes('gridEnergy'))).toEqual([]);
    expect(priced.map(({ at, price }) => ({ at, orePerKwh: price?.parts.gridEnergy }))).toEqual(told);
  });

  it('of cabins alone prices them every hour of 2026', () => {
    const gridOwner = known(cabinsAlone);
    expect(charges(gridOwner, 'cabin')).toHaveLength(8760);
    expect(charges(gridOwner, 'household')).toEqual([]);
  });

  it('have no overlaps', () => {
    expect(files.filter((file) => warningsOf(known(file)).length > 0)).toEqual([]);
  });
});
