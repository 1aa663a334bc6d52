import { describe, expect, test } from 'vitest';
import { placeFound } from '../../lib/api/index.ts';
import { isMeteringPointId } from '../../lib/places/index.ts';
import {
  type GridOwner,
  type GridTariff,
  shippedGridOwner,
  shippedGridOwners,
} from '../../lib/tariffs/index.ts';

const known = { gridOwners: shippedGridOwners(), date: '2026-11-12' };
const find = (asked: Parameters<typeof placeFound>[0]) => placeFound(asked, known);
const keysOf = ({ gridOwners }: ReturnType<typeof find>) => gridOwners.map(({ key }) => key);

describe('where a home lies', () => {
  test('is certain for a postcode in Oslo', () => {
    const found = find({ postcode: '0150' });
    expect(found).toMatchObject({ municipality: 'Oslo', places: [{ area: 'NO1', taxZone: 'sor' }] });
    expect(found.gridOwners).toContainEqual({ key: 'elvia', name: 'Elvia AS', tariffNames: [] });
    expect(keysOf(found)).not.toContain('bkk');
  });

  test('must be asked where a municipality is split, and where only the price area is known', () => {
    expect(new Set(find({ postcode: '3024' }).places.map(({ area }) => area))).toEqual(
      new Set(['NO1', 'NO2']),
    );
    expect(find({ area: 'NO5' }).places).toEqual([{ area: 'NO5', taxZone: 'sor' }]);
    expect(find({ area: 'NO4' }).places.map(({ taxZone }) => taxZone)).toEqual([
      'nord_norge',
      'tiltakssone',
      'sor',
    ]);
    expect(keysOf(find({ area: 'NO4' }))).toContain('arva');
  });

  test('is told by a metering point as far as its grid owner is known', () => {
    const elvias = meteringPoint('1430000');
    expect(find({ meteringPointId: elvias })).toMatchObject({
      municipality: null,
      places: [{ area: 'NO1', taxZone: 'sor' }],
      gridOwners: [{ key: 'elvia' }],
    });
    expect(() => find({ meteringPointId: meteringPoint('0000000') })).toThrow('metering-point-unknown');
    expect(() => find({ meteringPointId: `${elvias.slice(0, 17)}x` })).toThrow('metering-point-invalid');
    expect(() => find({ postcode: '9999' })).toThrow('postcode-unknown');
  });

  test('names the tariffs of an owner that are in force, for the customer to choose among', () => {
    const [row] = shippedGridOwner('elvia')?.tariffs.slice(-1) ?? [];
    const named = (name: string, from: string, until: string | null = null) => ({
      ...(row as GridTariff),
      ...{ name, from, until },
    });
    const tariffs = [
      named('Before', '2025-01-01', '2026-07-01'),
      named('North', '2026-07-01'),
      named('South', '2026-07-01'),
      named('Next', '2027-01-01'),
      { ...named('Cabins', '2026-07-01'), customerGroups: ['cabin'] as const },
    ];
    const owner = { ...(shippedGridOwner('elvia') as GridOwner), key: 'two-parts', tariffs };
    const { gridOwners } = placeFound({ area: 'NO1' }, { ...known, gridOwners: [owner] });
    expect(gridOwners).toEqual([{ key: 'two-parts', name: 'Elvia AS', tariffNames: ['North', 'South'] }]);
  });
});

/** The number with this serial, its check digit found by trying. */
function meteringPoint(serial: string): string {
  const numbers = Array.from({ length: 10 }, (_, digit) => `7070575000${serial}${digit}`);
  return numbers.find(isMeteringPointId) as string;
}
