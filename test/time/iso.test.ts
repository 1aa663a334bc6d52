import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLocalDate, isoLocal, isoUtc, parseIso } from '../../lib/time/index.ts';

const wholeSecond = fc
  .integer({ min: Date.UTC(2000, 0, 1) / 1000, max: Date.UTC(2060, 0, 1) / 1000 })
  .map((s) => s * 1000);

describe('times as text', () => {
  it('come back as they were, in Oslo time and in UTC', () => {
    fc.assert(
      fc.property(wholeSecond, (at) => {
        expect(parseIso(isoLocal(at))).toBe(at);
        expect(parseIso(isoUtc(at))).toBe(at);
      }),
    );
  });

  it('show the wall clock and its offset', () => {
    const at = Date.UTC(2026, 0, 12, 16);
    expect(isoLocal(at)).toBe('2026-01-12T17:00:00+01:00');
    expect(isoUtc(at)).toBe('2026-01-12T16:00:00Z');
    expect(isoLocal(Date.UTC(2026, 6, 12, 16))).toBe('2026-07-12T18:00:00+02:00');
  });

  it.each([
    ['2026-01-12T17:00+01:00', Date.UTC(2026, 0, 12, 16)],
    ['2026-01-12T17:00:00.250Z', Date.UTC(2026, 0, 12, 17, 0, 0, 250)],
    ['2024-02-29T00:00:00-03:30', Date.UTC(2024, 1, 29, 3, 30)],
  ])('%s is read', (text, at) => {
    expect(parseIso(text)).toBe(at);
  });

  it.each([
    '2026-01-12T17:00:00',
    '2026-01-12',
    '2026-02-29T00:00:00Z',
    '2026-02-30T00:00:00+01:00',
    '2026-13-01T00:00:00Z',
    '2026-01-12T24:00:00Z',
    '2026-01-12T17:60:00Z',
    '2026-01-12T17:00:00+0100',
    '2026-01-12 17:00:00Z',
    'Mon, 12 Jan 2026 17:00:00 GMT',
    '1768237200000',
    '',
    ' 2026-01-12T17:00:00Z',
    '2026-01-12T17:00:00Z\n',
  ])('%j is refused', (text) => {
    expect(parseIso(text)).toBeNull();
  });

  it('knows the days of the calendar', () => {
    expect(['2026-03-29', '2024-02-29'].every(isLocalDate)).toBe(true);
    expect(['2026-02-29', '2026-04-31', '2026-00-10', '26-01-01', '2026-1-1', 'x'].some(isLocalDate)).toBe(
      false,
    );
  });
});
