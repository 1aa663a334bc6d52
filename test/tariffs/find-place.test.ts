import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridOwnerRanges } from '../../lib/places/grid-owner-ranges.ts';
import { isMeteringPointId, type PriceArea, placeOfPostcode } from '../../lib/places/index.ts';
import { shippedGridOwner, shippedGridOwners } from '../../lib/tariffs/catalogue/index.ts';
import { findPlace, PlaceError } from '../../lib/tariffs/find-place.ts';
import type { CustomerGroup, GridOwner } from '../../lib/tariffs/grid-owner.ts';

const shipped = shippedGridOwners();

function ownerOf(key: string, areas: readonly PriceArea[], group: CustomerGroup = 'household'): GridOwner {
  const tariff = {
    from: '2026-01-01',
    until: null,
    name: null,
    customerGroups: [group],
    energy: { baseOrePerKwh: 10, exceptions: [] },
    capacity: { method: 'top-three-days' as const, thresholdIncluded: true, steps: [] },
  };
  return { key, name: key, areas, sources: [], checkedOn: '2026-01-01', tariffs: [tariff], ownDays: [] };
}

function meteringPoint(serial: number): string {
  const stem = `7070575000${String(serial).padStart(7, '0')}`;
  const ids = Array.from({ length: 10 }, (_, digit) => `${stem}${digit}`).filter(isMeteringPointId);
  expect(ids).toHaveLength(1);
  return ids[0] ?? '';
}

function errorOf(asked: Parameters<typeof findPlace>[0], owners = shipped): PlaceError {
  try {
    findPlace(asked, owners);
  } catch (error) {
    if (error instanceof PlaceError) return error;
  }
  throw new Error('found');
}

describe('the place of a home', () => {
  it('is certain in most of the country', () => {
    const found = findPlace({ postcode: '0150' }, shipped);
    expect(found.places).toEqual([{ area: 'NO1', taxZone: 'sor' }]);
    expect(found.municipality).toBe('Oslo');
    expect(found.gridOwners).toContain('elvia');
    expect(found.gridOwners).not.toContain('bkk');
  });

  it('is two where the municipality is split, with the grid owners of both', () => {
    const found = findPlace({ postcode: '3015' }, shipped);
    expect(found.places.map(({ area }) => area)).toEqual(['NO1', 'NO2']);
    expect(found.gridOwners).toEqual(expect.arrayContaining(['elvia', 'glitre', 'lnett']));
    expect(found.gridOwners).not.toContain('tensio-ts');
  });

  it('has Tensio TN among the grid owners in Namsskogan, which is Trøndelag with the north’s price', () => {
    const found = findPlace({ postcode: '7890' }, shipped);
    expect(found.places).toEqual([{ area: 'NO4', taxZone: 'sor' }]);
    expect(found.gridOwners).toContain('tensio-tn');
  });

  it('can be any owner’s whose areas are not known: those come last', () => {
    const owners = [ownerOf('unknown', []), ownerOf('south', ['NO2']), ownerOf('east', ['NO2', 'NO1'])];
    expect(findPlace({ postcode: '0150' }, owners).gridOwners).toEqual(['east', 'unknown']);
    expect(findPlace({ postcode: '4005' }, owners).gridOwners).toEqual(['south', 'east', 'unknown']);
  });

  it('is not offered an owner that has cabins alone', () => {
    const owners = [ownerOf('cabins', ['NO1'], 'cabin'), ownerOf('homes', ['NO1'])];
    expect(findPlace({ postcode: '0150' }, owners).gridOwners).toEqual(['homes']);
    expect(findPlace({ postcode: '9800' }, shipped).gridOwners).not.toContain('area-alle');
  });

  it('is that of the postcode, with an owner of every area to choose from', () => {
    const postcodes = fc
      .integer({ min: 0, max: 9999 })
      .map((n) => String(n).padStart(4, '0'))
      .filter((postcode) => placeOfPostcode(postcode) !== null);
    fc.assert(
      fc.property(postcodes, (postcode) => {
        const { places, municipality, gridOwners } = findPlace({ postcode }, shipped);
        expect({ places, municipality }).toEqual(placeOfPostcode(postcode));
        expect(new Set(gridOwners).size).toBe(gridOwners.length);
        for (const { area } of places) {
          expect(gridOwners.some((key) => shippedGridOwner(key)?.areas.includes(area))).toBe(true);
        }
      }),
    );
  });
});

describe('the place of a metering point', () => {
  it('is certain where its grid owner has one price area', () => {
    expect(findPlace({ meteringPointId: meteringPoint(1430000) }, shipped)).toEqual({
      places: [{ area: 'NO1', taxZone: 'sor' }],
      gridOwners: ['elvia'],
      municipality: null,
    });
  });

  it('must be asked for where its grid owner has several, but the owner is certain', () => {
    const found = findPlace({ meteringPointId: meteringPoint(7619000) }, shipped);
    expect(found.places.map(({ area }) => area)).toEqual(['NO1', 'NO2', 'NO5']);
    expect(found.gridOwners).toEqual(['glitre']);
  });

  it('is in an area without the tax breaks of the north, for each published range', () => {
    for (const { first, gridOwner } of gridOwnerRanges) {
      const { places, gridOwners } = findPlace({ meteringPointId: meteringPoint(first) }, shipped);
      expect(gridOwners).toEqual([gridOwner]);
      expect(places.length).toBeGreaterThan(0);
      for (const { area, taxZone } of places) expect([area === 'NO4', taxZone]).toEqual([false, 'sor']);
    }
  });
});

describe('no place', () => {
  it.each([
    ['postcode-malformed', { postcode: '150' }],
    ['postcode-malformed', { postcode: 'N-0150' }],
    ['postcode-malformed', { postcode: '' }],
    ['postcode-unknown', { postcode: '9170' }],
    ['metering-point-invalid', { meteringPointId: '707057500005123454' }],
    ['metering-point-invalid', { meteringPointId: '6970631400000000' }],
    ['metering-point-unknown', { meteringPointId: '707057500005123453' }],
  ] as const)('says why: %s', (code, asked) => {
    expect(errorOf(asked).code).toBe(code);
  });

  it('is found for a metering point whose owner is not listed, or lies nobody knows where', () => {
    const asked = { meteringPointId: meteringPoint(1430000) };
    expect(errorOf(asked, []).code).toBe('metering-point-unknown');
    expect(errorOf(asked, [ownerOf('elvia', [])]).code).toBe('metering-point-unknown');
  });

  it('never repeats what was asked', () => {
    const unknown = fc.constantFrom('9170', '8099', '9999');
    const digits = fc.stringMatching(/^\d{3,19}$/).filter((text) => placeOfPostcode(text) === null);
    fc.assert(
      fc.property(fc.oneof(unknown, digits), fc.boolean(), (text, isPostcode) => {
        const error = errorOf(isPostcode ? { postcode: text } : { meteringPointId: text });
        expect(`${error.message} ${error.stack?.split('\n')[0]} ${JSON.stringify(error)}`).not.toContain(
          text,
        );
      }),
    );
  });
});
