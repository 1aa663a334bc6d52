import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFriNettleieFile } from '../../lib/grid-owners/fri-nettleie/read-file.ts';
import { warningsOf } from '../../lib/grid-owners/warnings-of.ts';
import { energyChargeAt, type GridOwner, priceAt } from '../../lib/tariffs/index.ts';
import { dayStart, HOUR_MS, localDate, localHour } from '../../lib/time/index.ts';

const folder = '../shared/data/tariffs/fri-nettleie';
// Real files are not part of the product: skipped where they are not beside it.
const isMissing = !existsSync(folder);
const why = isMissing ? ' — skipped: not in ../shared/data/tariffs' : '';
const files = isMissing ? [] : readdirSync(folder).filter((name) => name.endsWith('.yml'));

function read(file: string): GridOwner {
  return readFriNettleieFile(file.slice(0, -4), readFileSync(`${folder}/${file}`, 'utf8'));
}

const hours = Array.from(
  { length: (dayStart('2027-01-01') - dayStart('2026-01-01')) / HOUR_MS },
  (_, i) => dayStart('2026-01-01') + i * HOUR_MS,
);

const customer = {
  taxZone: 'sor',
  contract: { kind: 'norgespris', markupOrePerKwh: 0 },
  gridTariffName: null,
  kwhThisMonth: 0,
} as const;

describe.skipIf(isMissing)(`the 74 real files${why}`, () => {
  it('are all there', () => {
    expect(files).toHaveLength(74);
    expect(hours).toHaveLength(8760);
  });

  it.each(files)('%s is read, and each of its tariffs prices every hour of 2026', (file) => {
    const owner = read(file);
    const charges = owner.tariffs.flatMap(({ energy }) =>
      hours.map((at) => energyChargeAt(energy, localDate(at), localHour(at)).orePerKwh),
    );
    expect(charges).toHaveLength(8760 * owner.tariffs.length);
    expect(charges.filter((ore) => !(ore >= -2 && ore < 100))).toEqual([]);
    const basis = { ...customer, gridOwner: owner };
    expect(hours.filter((at) => priceAt(basis, at, null) === null)).toEqual([]);
  });

  it('have no overlaps', () => {
    expect(files.filter((file) => warningsOf(read(file)).length > 0)).toEqual([]);
  });
});
