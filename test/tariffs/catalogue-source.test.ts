import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFriNettleieFile } from '../../lib/grid-owners/fri-nettleie/read-file.ts';
import { shippedGridOwners } from '../../lib/tariffs/catalogue/index.ts';
import type { GridTariff } from '../../lib/tariffs/grid-owner.ts';

const folder = '../shared/data/tariffs/fri-nettleie';
// The repository's files are not part of the product: skipped where they are not beside it.
const isMissing = !existsSync(folder);
const why = isMissing ? ` — skipped: not in ${folder}` : '';

/** The catalogue begins with 2025, and is for homes and cabins. */
function belongs({ until, customerGroups }: GridTariff): boolean {
  return (
    (until === null || until > '2025-01-01') && customerGroups.some((group) => group !== 'small-business')
  );
}

const inOrder = (tariffs: readonly GridTariff[]) =>
  tariffs
    .map((tariff) => ({ ...tariff, customerGroups: tariff.customerGroups.toSorted() }))
    .toSorted((a, b) => `${a.from} ${a.customerGroups}`.localeCompare(`${b.from} ${b.customerGroups}`));

describe.skipIf(isMissing)(`the open repository’s files${why}`, () => {
  it.each(shippedGridOwners().map((owner) => [owner.key, owner] as const))(
    'say the same of %s',
    (key, shipped) => {
      const text = readFileSync(`${folder}/${key}.yml`, 'utf8');
      const { name, sources, checkedOn, tariffs } = readFriNettleieFile(key, text);
      expect(shipped).toMatchObject({ name, sources, checkedOn });
      expect(inOrder(shipped.tariffs)).toEqual(inOrder(tariffs.filter(belongs)));
    },
  );
});
