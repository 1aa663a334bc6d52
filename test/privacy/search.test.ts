import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PlaceSearch, standingAlone } from './support/search.ts';
import { geohash, spellingsOf } from './support/spellings.ts';

const place = { latitude: 59.9138712, longitude: 10.7522453 };
const search = new PlaceSearch(place, ['LRW3E7FA0RC000417', standingAlone('0588'), '70705750001430000']);
const both = (decimals: number) => `${place.latitude.toFixed(decimals)} ${place.longitude.toFixed(decimals)}`;

const leaks: [string, unknown][] = [
  ...spellingsOf(place.latitude, { from: 5, to: 7 }).map((text): [string, unknown] => [
    `latitude ${text}`,
    { a: text },
  ]),
  ...spellingsOf(place.longitude, { from: 5, to: 7 }).map((text): [string, unknown] => [
    `longitude ${text}`,
    text,
  ]),
  ['numbers, nested', { a: [{ b: place.latitude }] }],
  ['three decimals, both', both(3)],
  ['four decimals, both, in different fields', { x: 59.9138, y: { z: 10.7522 } }],
  ['geohash', `u${geohash(place, 9).slice(1)}`],
  ['base64', Buffer.from(`at ${both(6)}`).toString('base64')],
  ['base64url inside a line', `{"trace":"${Buffer.from(JSON.stringify(place)).toString('base64url')}"}`],
  ['hexadecimal', Buffer.from(both(5)).toString('hex')],
  ['percent-encoded', encodeURIComponent(`${place.latitude},${place.longitude}`).replaceAll('.', '%2E')],
  ['bytes of a binary attribute', { sealed: new TextEncoder().encode(both(7)) }],
  ['a postcode', { home: { postcode: '0588' } }],
  ['a postcode in a sentence', 'no place for 0588 (Oslo)'],
  ['a postcode as a key', { '0588': true }],
  ['a postcode in an address', '/v1/places?postcode=0588&x=1'],
  ['a postcode in base64', Buffer.from('{"postcode":"0588"}').toString('base64')],
  ['a metering point', { where: '707057500014300005' }],
  ['a metering point without its check digit, as a number', { where: 70705750001430000 }],
  ['a VIN', { note: 'car LRW3E7FA0RC000417 seen' }],
];

test.each(leaks)('a planted leak is found: %s', (_, what) => {
  expect(search.hits([{ where: 'planted', what }])).toEqual(['planted']);
});

test('energies, prices and times near the numbers are not taken for the place', () => {
  const innocent = { gridKwh: 10.752, costOre: 5991, soc: 0.599, at: 1792679400000, priceOrePerKwh: 59.91 };
  const ids = { id: '8f0588aa-0588-4f1c', price: 12.0588, at: '2026-10-22T05:05:88.0588Z', ore: 10588 };
  expect(search.hits([{ where: 'row', what: innocent }])).toEqual([]);
  expect(search.hits([{ where: 'row', what: ids }])).toEqual([]);
});

test('any place is found in the spellings of its own decimals', () => {
  const degrees = (min: number, max: number) =>
    fc.double({ min, max, noNaN: true }).map((x) => Number(x.toFixed(7)));
  fc.assert(
    fc.property(
      degrees(57, 71),
      degrees(4, 31),
      fc.integer({ min: 5, max: 7 }),
      (latitude, longitude, decimals) => {
        const hits = new PlaceSearch({ latitude, longitude }).hits([
          { where: 'a', what: { v: latitude.toFixed(decimals) } },
          { where: 'b', what: [longitude.toFixed(decimals).replace('.', ',')] },
          { where: 'c', what: `${latitude.toFixed(3)}/${longitude.toFixed(3)}` },
        ]);
        expect(hits).toEqual(['a', 'b', 'c']);
      },
    ),
  );
});

test('a geohash is the one its authors publish', () => {
  expect(geohash({ latitude: 57.64911, longitude: 10.40744 }, 11)).toBe('u4pruydqqvj');
});
