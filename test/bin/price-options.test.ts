import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHome } from '../../bin/home/find-home.ts';
import { readOptions } from '../../bin/price/read-options.ts';
import { UsageError } from '../../bin/usage-error.ts';
import { HOUR_MS, isoLocal } from '../../lib/time/index.ts';

const NOW_AT = Date.UTC(2026, 10, 12, 9, 40);
const METERING_POINT_OF_ELVIA = '707057500014300005';
const METERING_POINT_OF_GLITRE = '707057500012210009';

function read(...args: string[]) {
  const options = readOptions(args, NOW_AT);
  if (options === 'help') throw new Error('help was not asked for');
  return options;
}
const home = (...args: string[]) => findHome(read(...args).home);
const at = (text: string) => isoLocal(read('--at', text).hourAt);

describe('the home', () => {
  it('lies where its postcode does', () => {
    expect(home('--postcode', '8517', '--grid', 'noranett')).toMatchObject({
      area: 'NO4',
      taxZone: 'nord_norge',
    });
    expect(home('--postcode', '9900', '--grid', 'barentsnett')).toMatchObject({ taxZone: 'tiltakssone' });
    expect(home('--postcode', '7882', '--grid', 'tensio-tn')).toMatchObject({ area: 'NO4', taxZone: 'sor' });
  });

  it('is in one of the areas of a split municipality, as --area says', () => {
    for (const area of ['NO3', 'NO4']) {
      expect(home('--postcode', '7870', '--area', area, '--grid', 'tensio-tn')).toMatchObject({ area });
    }
  });

  it('needs no postcode: area and tax zone, or a grid owner with one area, are enough', () => {
    expect(home('--area', 'no4', '--tax-zone', 'nord_norge', '--grid', 'arva')).toMatchObject({
      area: 'NO4',
    });
    expect(home('--area', 'NO2', '--grid', 'lnett')).toMatchObject({ taxZone: 'sor' });
    expect(home('--grid', 'elvia')).toMatchObject({ area: 'NO1', taxZone: 'sor' });
  });

  it('has the grid owner that its metering point tells', () => {
    const { gridOwner, area } = home('--metering-point', METERING_POINT_OF_ELVIA);
    expect({ key: gridOwner.key, area }).toEqual({ key: 'elvia', area: 'NO1' });
    expect(home('--metering-point', METERING_POINT_OF_GLITRE, '--area', 'NO2').gridOwner.key).toBe('glitre');
  });

  it('may spell its grid owner in capitals', () => {
    expect(home('--area', 'NO5', '--grid', 'BKK').gridOwner.name).toBe('BKK AS');
  });

  it('has a spot contract without markup and a month without kWh unless told', () => {
    expect(home('--grid', 'elvia')).toMatchObject({
      contract: { kind: 'spot', markupOrePerKwh: 0 },
      kwhThisMonth: 0,
    });
    expect(home('--grid', 'elvia', '--contract', 'fixed:62.5', '--markup-ore', '-1.5').contract).toEqual({
      kind: 'fixed',
      priceOrePerKwh: 62.5,
      markupOrePerKwh: -1.5,
    });
  });

  it.each([
    [['--postcode', '123'], '--postcode: must be four digits'],
    [['--postcode', '9170'], '--postcode: is not known; give --area and --tax-zone'],
    [['--postcode', '0150', '--metering-point', '1'], '--metering-point: give it or --postcode, not both'],
    [['--postcode', '0150', '--area', 'NO4'], '--area: is not where --postcode is (NO1)'],
    [['--postcode', '0150', '--tax-zone', 'nord_norge'], '--tax-zone: is not where --postcode is (sor)'],
    [
      ['--postcode', '3040', '--grid', 'glitre'],
      '--postcode: can be in NO1 or NO2; give --area (and --tax-zone)',
    ],
    [['--metering-point', '707057500014300006'], /^--metering-point: must be the 18 digits/],
    [['--metering-point', '707057500000000001'], /^--metering-point: does not tell its grid owner/],
    [['--metering-point', METERING_POINT_OF_GLITRE], /^--metering-point: can be in NO\d.*; give --area/],
    [['--area', 'NO4', '--grid', 'arva'], '--tax-zone: is needed in NO4 (nord_norge, tiltakssone, sor)'],
    [['--tax-zone', 'sor'], /^--postcode: is missing/],
    [['--area', 'NO6'], '--area: must be NO1, NO2, NO3, NO4 or NO5'],
    [['--area', 'NO1', '--tax-zone', 'svalbard'], '--tax-zone: must be sor, nord_norge or tiltakssone'],
    [['--area', 'NO1'], /^--grid: is missing; in NO1 it is one of .*elvia, .*norgesnett/],
    [['--grid', 'norranett'], '--grid: is no known grid owner; did you mean noranett?'],
    [['--grid', 'tensio'], '--grid: is no known grid owner; did you mean tensio-tn or tensio-ts?'],
    [['--grid', '__proto__'], /^--grid: is no known grid owner; the known ones are alut, /],
    [['--contract', 'flat'], /^--contract: must be spot, norgespris or fixed:ORE/],
    [['--contract', 'fixed'], /^--contract: must be spot, norgespris or fixed:ORE/],
    [['--contract', 'fixed:'], '--contract fixed:ORE: must be a number from 0 to 1000'],
    [['--contract', 'fixed:Infinity'], '--contract fixed:ORE: must be a number from 0 to 1000'],
  ])('is refused with one line: %j', (args, message) => {
    expect(() => home(...args)).toThrow(UsageError);
    expect(() => home(...args)).toThrow(message);
  });

  it('never repeats a postcode or a metering point', () => {
    const secrets = ['8517', '0150', '7870', '9170', '12345', METERING_POINT_OF_GLITRE, '707057500000000001'];
    for (const option of ['--postcode', '--metering-point']) {
      for (const secret of secrets) {
        try {
          home(option, secret, '--area', 'NO5', '--grid', 'none');
        } catch (error) {
          expect(String(error)).not.toContain(secret);
        }
      }
    }
  });
});

describe('an option that was forgotten', () => {
  it('does not bring what it tells into the error', () => {
    expect(() => read('8517')).toThrow("Unexpected argument '…' (see --help)");
    expect(() => read('--grid', 'elvia', METERING_POINT_OF_ELVIA)).toThrow(
      "Unexpected argument '…' (see --help)",
    );
  });
});

describe('numbers', () => {
  const options = ['--spot-ore', '--markup-ore', '--kwh-this-month'];
  it.each(options)('of %s are plain, finite and believable', (option) => {
    for (const text of [
      '',
      ' ',
      'abc',
      'NaN',
      'Infinity',
      '-Infinity',
      '1e999',
      '0x10',
      '1,5',
      '12 ',
      '1_000',
      '1e9',
    ]) {
      expect(() => read(`${option}=${text}`)).toThrow(new RegExp(`^${option}: must be a number from `));
    }
  });

  it('come out as written, negative ones too', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (hundredths) => {
        const ore = hundredths / 100;
        expect(read('--spot-ore', String(ore)).spotOrePerKwh).toBe(ore);
        expect(read(`--spot-ore=${ore}`).spotOrePerKwh).toBe(ore);
      }),
    );
    expect(read('--spot-ore', '-0').spotOrePerKwh).toBe(0);
    expect(read('--spot-ore', '-.5').spotOrePerKwh).toBe(-0.5);
  });

  it('of kWh are not negative', () => {
    expect(() => read('--kwh-this-month', '-1')).toThrow(
      '--kwh-this-month: must be a number from 0 to 100000',
    );
  });
});

describe('the hour', () => {
  it('is this one unless told', () => {
    expect(isoLocal(read().hourAt)).toBe('2026-11-12T10:00:00+01:00');
  });

  it('is the clock hour that holds the time', () => {
    expect(at('2026-01-15T08:59:59')).toBe('2026-01-15T08:00:00+01:00');
    expect(at('2026-07-15T00:00+02:00')).toBe('2026-07-15T00:00:00+02:00');
  });

  it('is read back from what any instant shows on the clock, with its offset', () => {
    const anyHour = fc.integer({
      min: Date.UTC(2000, 0, 1) / HOUR_MS,
      max: Date.UTC(2099, 11, 31) / HOUR_MS,
    });
    fc.assert(
      fc.property(anyHour, (hour) => {
        const shown = isoLocal(hour * HOUR_MS);
        expect(at(shown)).toBe(shown);
        const [wall, offset] = [shown.slice(0, 16), shown.slice(19)];
        expect(() => at(`${wall}${offset === '+01:00' ? '-01:00' : '+00:00'}`)).toThrow(
          /^--at: the offset of Oslo/,
        );
      }),
    );
  });

  it('that autumn has twice needs its offset', () => {
    expect(at('2026-10-25T02:30+02:00')).toBe('2026-10-25T02:00:00+02:00');
    expect(at('2026-10-25T02:30+01:00')).toBe('2026-10-25T02:00:00+01:00');
    expect(at('2026-10-25T03:00')).toBe('2026-10-25T03:00:00+01:00');
    expect(() => at('2026-10-25T02:30')).toThrow(/^--at: this time comes twice .* \+02:00 or \+01:00$/);
    expect(() => at('2026-10-25T02:30Z')).toThrow(
      '--at: the offset of Oslo at this time is +02:00 or +01:00',
    );
  });

  it('that spring skips does not exist, whatever the offset', () => {
    for (const offset of ['', '+01:00', '+02:00']) {
      expect(() => at(`2026-03-29T02:30${offset}`)).toThrow(/^--at: this time does not exist/);
    }
    expect(at('2026-03-29T03:00')).toBe('2026-03-29T03:00:00+02:00');
  });

  it.each([
    '',
    'now',
    '2026-01-15',
    '2026-01-15 08:00',
    '2026-02-30T08:00',
    '2026-01-15T24:00',
    '2026-01-15T08:60',
    '2026-01-15T08:00+1',
    '1999-12-31T23:00',
    '2026-01-15T08:00\n',
  ])('is not %j', (text) => {
    expect(() => at(text)).toThrow(/^--at: must be an Oslo time like /);
  });

  it('is not in summer time in January', () => {
    expect(() => at('2026-01-15T08:00+02:00')).toThrow('--at: the offset of Oslo at this time is +01:00');
  });
});

describe('the grid owners that are listed', () => {
  it('have a tariff for homes', () => {
    expect(() => home('--area', 'NO4', '--tax-zone', 'tiltakssone')).toThrow(/ alut, area-lega, /);
  });
});
