import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Home } from '../../bin/home/find-home.ts';
import { homeNotes } from '../../bin/home/home-notes.ts';
import { priceAreas, taxZones } from '../../lib/places/index.ts';
import { shippedGridOwner, shippedGridOwners } from '../../lib/tariffs/index.ts';

const homeOf = (key: string, area: Home['area'], taxZone: Home['taxZone']): Home => ({
  area,
  taxZone,
  gridOwner: shippedGridOwner(key) ?? expect.fail(`no ${key}`),
  gridTariffName: null,
  contract: { kind: 'spot', markupOrePerKwh: 0 },
  kwhThisMonth: 0,
});

describe('a home that is priced as told', () => {
  it('is spoken of where its owner or its tax zone cannot be, and only there', () => {
    const keys = shippedGridOwners().flatMap(({ key }) => (key === 'area-alle' ? [] : [key]));
    fc.assert(
      fc.property(
        fc.constantFrom(...keys),
        fc.constantFrom(...priceAreas),
        fc.constantFrom(...taxZones),
        (key, area, taxZone) => {
          const home = homeOf(key, area, taxZone);
          const isOwnerThere = home.gridOwner.areas.includes(area);
          const isZoneThere = area === 'NO4' || taxZone === 'sor';
          expect(homeNotes(home)).toHaveLength((isOwnerThere ? 0 : 1) + (isZoneThere ? 0 : 1));
        },
      ),
    );
  });

  it.each([
    ['elvia', 'NO1', 'sor', []],
    ['elvia', 'NO4', 'sor', ['Elvia AS has no customers in NO4.']],
    ['elvia', 'NO1', 'nord_norge', ['No home in NO1 is in tax zone nord_norge.']],
    [
      'area-alle',
      'NO4',
      'tiltakssone',
      ['Area Nett AS - Alle områder has no household tariff: the grid part is left out.'],
    ],
  ] as const)('%s, %s, %s: %j', (key, area, taxZone, notes) => {
    expect(homeNotes(homeOf(key, area, taxZone))).toEqual(notes);
  });
});
