import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridOwnerRanges } from '../../lib/places/grid-owner-ranges.ts';
import { gridOwnerOfMeteringPoint, isMeteringPointId } from '../../lib/places/index.ts';

/** The id of a serial number, its check digit found by trying all ten: the code under test knows another way. */
function idOf(serial: number): string {
  const stem = `7070575000${String(serial).padStart(7, '0')}`;
  const weights = [...stem].map((_, i) => (i % 2 === 0 ? 3 : 1));
  const sum = [...stem].reduce((total, digit, i) => total + Number(digit) * (weights[i] ?? 0), 0);
  const check = Array.from({ length: 10 }, (_, digit) => digit).filter((digit) => (sum + digit) % 10 === 0);
  expect(check).toHaveLength(1);
  return `${stem}${check[0]}`;
}

const serials = fc.integer({ min: 0, max: 9_999_999 });

describe('a metering point’s number', () => {
  it.each(['707057500005123453', '707057500000000001'])('is %s', (id) => {
    expect(isMeteringPointId(id)).toBe(true);
  });

  it.each([
    ['one digit short', '70705750000512345'],
    ['one digit long', '7070575000051234530'],
    ['spaced', '707057500 005123453'],
    ['another country’s, though its check digit is right', '735999100000000003'],
    ['another series, though its check digit is right', '707057600005123450'],
    ['followed by more', '707057500005123453\n'],
    ['in other digits', '70705750000512345٣'],
    ['empty', ''],
  ])('is not: %s', (_, text) => {
    expect(isMeteringPointId(text)).toBe(false);
  });

  it('is every number with the check digit that belongs to it', () => {
    fc.assert(fc.property(serials, (serial) => isMeteringPointId(idOf(serial))));
  });

  it('shows every single wrong digit', () => {
    fc.assert(
      fc.property(serials, fc.nat(17), fc.integer({ min: 1, max: 9 }), (serial, place, shift) => {
        const id = idOf(serial);
        const wrong = (Number(id[place]) + shift) % 10;
        expect(isMeteringPointId(id.slice(0, place) + wrong + id.slice(place + 1))).toBe(false);
      }),
    );
  });
});

describe('the grid owner of a metering point', () => {
  it.each([
    ['elvia', 1430000, 1679999],
    ['elvia', 8731000, 8749999],
    ['norgesnett', 7511000, 7588999],
    ['glitre', 7619000, 8018999],
    ['lnett', 6998000, 7497999],
  ])('is %s from the first number of its range to the last', (owner, first, last) => {
    fc.assert(
      fc.property(fc.constantFrom(first, last, Math.floor((first + last) / 2)), (serial) => {
        expect(gridOwnerOfMeteringPoint(idOf(serial))).toBe(owner);
      }),
    );
  });

  it.each([1429999, 1680000, 7498000, 9999999])('is unknown outside the published ranges (%i)', (serial) => {
    expect(gridOwnerOfMeteringPoint(idOf(serial))).toBeNull();
  });

  it('is not told for a number whose check digit is wrong', () => {
    const id = idOf(1500000);
    expect(gridOwnerOfMeteringPoint(id)).toBe('elvia');
    expect(gridOwnerOfMeteringPoint(`${id.slice(0, 17)}${(Number(id[17]) + 1) % 10}`)).toBeNull();
  });

  it('is one: the ranges ascend and do not overlap', () => {
    gridOwnerRanges.forEach(({ first, last }, i) => {
      expect(first).toBeLessThanOrEqual(last);
      expect(first).toBeGreaterThan(gridOwnerRanges[i - 1]?.last ?? -1);
    });
  });
});
