import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Place, placeOfPostcode, priceAreas, taxZones } from '../../lib/places/index.ts';
import { postcodeRanges } from '../../lib/places/postcodes/ranges.ts';

const placesOf = (postcode: string) =>
  placeOfPostcode(postcode)?.places.map(({ area, taxZone }) => `${area} ${taxZone}`);

describe('the place of a postcode', () => {
  it('is certain where one price area has nine tenths of the municipality or more', () => {
    expect(placeOfPostcode('0150')).toEqual({
      municipality: 'Oslo',
      places: [{ area: 'NO1', taxZone: 'sor' }],
    });
    expect(placesOf('4005')).toEqual(['NO2 sor']); // Stavanger, which lists by prefix often put in NO5
    expect(placesOf('7010')).toEqual(['NO3 sor']);
    expect(placesOf('5003')).toEqual(['NO5 sor']);
    expect(placesOf('9008')).toEqual(['NO4 nord_norge']);
  });

  it.each([
    ['Drammen', '3015', 'NO1', 'NO2'],
    ['Tynset', '2500', 'NO1', 'NO3'],
    ['Folldal', '2580', 'NO1', 'NO3'],
    ['Ullensvang', '5750', 'NO2', 'NO5'],
    ['Høyanger', '6993', 'NO3', 'NO5'],
    ['Grong', '7870', 'NO3', 'NO4'],
  ])(
    'must be asked for in %s, which is split, the larger part first',
    (municipality, postcode, larger, smaller) => {
      expect(placeOfPostcode(postcode)?.municipality).toBe(municipality);
      expect(placesOf(postcode)).toEqual([`${larger} sor`, `${smaller} sor`]);
    },
  );

  it.each(['7882', '7892', '7898'])(
    'in Trøndelag is taxed as the south, also where its price is that of the north (%s)',
    (postcode) => {
      expect(placesOf(postcode)).toEqual(['NO4 sor']);
    },
  );

  it.each([
    ['Karlsøy', '9130'],
    ['Lyngen', '9060'],
    ['Storfjord', '9046'],
    ['Kåfjord', '9144'],
    ['Skjervøy', '9180'],
    ['Nordreisa', '9151'],
    ['Kvænangen', '9161'],
    ['Alta', '9501'],
    ['Sør-Varanger', '9900'],
  ])('has no tax at all in %s', (municipality, postcode) => {
    expect(placeOfPostcode(postcode)?.municipality).toContain(municipality);
    expect(placesOf(postcode)).toEqual(['NO4 tiltakssone']);
  });

  it.each([
    ['Longyearbyen', '9170'],
    ['Ny-Ålesund', '9173'],
    ['Jan Mayen', '8099'],
    ['nowhere', '9999'],
    ['nowhere: too short', '015'],
    ['nowhere: too long', '01500'],
    ['nowhere: no digits', '0I50'],
    ['nowhere', ''],
  ])('is unknown in %s (%s)', (_, postcode) => {
    expect(placeOfPostcode(postcode)).toBeNull();
  });

  it('is the same between two neighbours of one municipality, and is never in two municipalities', () => {
    const postcodes = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, '0'));
    fc.assert(
      fc.property(postcodes, (postcode) => {
        const holding = postcodeRanges.filter((range) => range.first <= postcode && postcode <= range.last);
        expect(holding.length).toBeLessThanOrEqual(1);
        expect(placeOfPostcode(postcode)?.municipality).toBe(holding[0]?.municipality);
      }),
    );
  });

  it('is read from ranges that are whole', () => {
    for (const { first, last, places } of postcodeRanges) {
      expect(first).toMatch(/^\d{4}$/);
      expect(last).toMatch(/^\d{4}$/);
      expect(first <= last).toBe(true);
      expect(places.length).toBeGreaterThan(0);
      for (const { area, taxZone } of places) {
        expect(priceAreas).toContain(area);
        expect(taxZones).toContain(taxZone);
        // Without VAT or without tax: in the price area of Northern Norway only.
        expect(area === 'NO4' || taxZone === 'sor').toBe(true);
      }
    }
    const sorted = postcodeRanges.toSorted((a, b) => (a.first < b.first ? -1 : 1));
    sorted.forEach(({ first }, i) => {
      expect(first > (sorted[i - 1]?.last ?? '')).toBe(true);
    });
  });
});

const registers = new URL('../../../shared/data/zones/', import.meta.url);
const absent = !existsSync(registers);

describe('the postcodes of the public registers', () => {
  it.skipIf(absent)(
    `are all found${absent ? ' (skipped: the registers are not beside the project)' : ''}`,
    () => {
      const rows = readCsv('postcode_zone_2024.csv');
      expect(rows).toHaveLength(5129);
      for (const row of rows) {
        const found = placeOfPostcode(row.postnr ?? '');
        expect({ postcode: row.postnr, municipality: found?.municipality }).toEqual({
          postcode: row.postnr,
          municipality: row.kommune,
        });
        expect(found?.places[0]).toEqual({ area: row.zone, taxZone: row.tax_zone });
        expect(found?.places.length === 1).toBe(Number(row.zone_share) >= 0.9);
      }
    },
  );

  it.skipIf(absent)('name the second area of a split municipality', () => {
    const split = readCsv('municipality_zone_2024.csv').filter(({ zone_share }) => Number(zone_share) < 0.9);
    const second = new Map(
      postcodeRanges.flatMap(({ municipality, places: [, place] }): [string, Place][] =>
        place === undefined ? [] : [[municipality, place]],
      ),
    );
    expect([...second].map(([municipality, { area }]) => `${municipality} ${area}`).toSorted()).toEqual(
      split.map(({ kommune, other_zones }) => `${kommune} ${other_zones?.slice(0, 3)}`).toSorted(),
    );
  });
});

function readCsv(name: string): Record<string, string | undefined>[] {
  const [header = '', ...lines] = readFileSync(new URL(name, registers), 'utf8').trim().split(/\r?\n/);
  const columns = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, i) => [columns[i], value])));
}
