import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInPriceBook } from '../../lib/local/index.ts';
import { shippedGridOwners } from '../../lib/tariffs/index.ts';
import { printedPrice } from './support/printed-price.ts';
import { runCommand } from './support/run-command.ts';

const price = (...args: string[]) => printedPrice(args);
const priced = async (...args: string[]) => JSON.parse((await price(...args, '--json')).out);
const november = ['--area', 'NO1', '--grid', 'elvia', '--at', '2026-11-12T10:00', '--spot-ore', '120'];

describe('the price command', () => {
  it('prints the price of an hour and what it is made of', async () => {
    const args = ['--postcode', '8517', '--grid', 'noranett', '--contract', 'spot'];
    const { out, err, code } = await runCommand(
      'price',
      args.concat('--at', '2026-01-15T08:00', '--spot-ore', '120', '--json'),
    );
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(out).toBe(
      '{"area":"NO4","taxZone":"nord_norge","grid":"noranett","contract":"spot","hour":"2026-01-15T08:00:00+01:00",' +
        '"parts":{"spot":120,"markup":0,"support":-38.7,"gridEnergy":0.8,"electricityTax":7.13,"enova":1,"vat":0},' +
        '"oreInclVat":90.23,"assumed":[]}\n',
    );
  });

  it('prices the three contracts of one home and hour', async () => {
    const [spot, norgespris, fixed] = await Promise.all([
      priced(...november, '--markup-ore', '3.5'),
      priced(...november, '--contract', 'norgespris'),
      priced(...november, '--contract', 'fixed:62.5'),
    ]);
    expect(spot.parts).toMatchObject({ spot: 120, markup: 3.5, support: -38.7, gridEnergy: 28.99 });
    expect(spot.oreInclVat).toBe(152.4);
    expect(norgespris).toMatchObject({ contract: 'norgespris', oreInclVat: 96.4, parts: { support: -80 } });
    expect(fixed).toMatchObject({
      contract: 'fixed',
      oreInclVat: 76.15,
      parts: { spot: 62.5, support: -38.7 },
    });
  });

  it('gives no support beyond 5 000 kWh of a month', async () => {
    expect((await priced(...november, '--kwh-this-month', '5000')).parts.support).toBe(0);
  });

  it('takes a negative spot price, and prints no negative zero', async () => {
    const { out } = await price(...november, '--spot-ore', '-37.13', '--json');
    expect(out).toContain('"spot":-37.13,"markup":0,"support":0,');
    expect(out).toContain('"vat":-0.0025},"oreInclVat":-0.01,');
  });

  it('takes the built-in price where no spot is given: the hour’s mean, in kroner', async () => {
    const quarters = builtInPriceBook()('NO1', '2026-10-25')?.eurPerMwh.slice(12, 16) ?? [];
    const mean = quarters.reduce((sum, eur) => sum + eur, 0) / quarters.length;
    const answer = await priced('--grid', 'elvia', '--at', '2026-10-25T02:30+01:00');
    expect(answer.hour).toBe('2026-10-25T02:00:00+01:00');
    expect(answer.parts.spot).toBeCloseTo(mean * 1.15, 4);
  });

  it('names the rates it uses outside their dates', async () => {
    const { assumed } = await priced('--grid', 'elvia', '--at', '2027-01-12T10:00', '--spot-ore', '120');
    expect(assumed).toEqual(['supportThreshold', 'gridEnergy', 'electricityTax']);
  });

  it('draws it without --json, plain where it is no terminal', async () => {
    const { out, code } = await runCommand('price', ['--grid', 'elvia', '--at', '2027-01-12T10:00']);
    expect(code).toBe(0);
    expect(out).toContain('Elvia AS in NO1, with VAT');
    expect(out).toContain('* Assumed: not known for this hour');
    expect(out).toContain('Spot is that of the built-in days');
    expect(out).not.toContain('\u001b');
  });

  it('says in the drawing, not in JSON, that there is no such home', async () => {
    const nowhere = ['--grid', 'elvia', '--area', 'NO5', '--tax-zone', 'nord_norge', '--spot-ore', '120'];
    const [drawn, json] = await Promise.all([price(...nowhere), price(...nowhere, '--json')]);
    expect(drawn.out).toMatch(
      /\n\n No home in NO5 is in tax zone nord_norge\.\n Elvia AS has no customers in NO5\.\n$/,
    );
    expect({ err: json.err, code: json.code }).toEqual({ err: '', code: 0 });
    expect(Object.keys(JSON.parse(json.out))).not.toContain('notes');
  });

  it('helps', async () => {
    const { out, err, code } = await price('--help');
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(out).toContain('--spot-ore ORE');
  });

  it('is an npm script that installs first', () => {
    const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(scripts).toMatchObject({
      preprice: scripts.preplan,
      price: expect.stringContaining('bin/price.ts'),
    });
  });
});

describe('bad input is one line that names the option, and exit 2', () => {
  it('of the process', async () => {
    expect(await runCommand('price', ['--json'])).toEqual(await price('--json'));
  });

  const keys = shippedGridOwners().map(({ key }) => key);
  it.each([
    [[], '--postcode: is missing (or --metering-point, or --area and --tax-zone)'],
    [
      ['--postcode', '7870', '--grid', 'tensio-tn'],
      '--postcode: can be in NO3 or NO4; give --area (and --tax-zone)',
    ],
    [['--area', 'NO4', '--grid', 'arva'], '--tax-zone: is needed in NO4 (nord_norge, tiltakssone, sor)'],
    [
      ['--area', 'NO1', '--grid', 'zzz'],
      `--grid: is no known grid owner; the known ones are ${keys.join(', ')}`,
    ],
    [
      [...november, '--at', '2026-10-25T02:30'],
      '--at: this time comes twice that night; add its offset, +02:00 or +01:00',
    ],
    [[...november, '--spot-ore', 'NaN'], '--spot-ore: must be a number from -10000 to 10000'],
    [[...november, '--speed', '2'], "Unknown option '--speed' (see --help)"],
    [[...november, '--markup-ore'], "Option '--markup-ore' argument is ambiguous (see --help)"],
  ])('%j', async (args, line) => {
    expect(await price(...args, '--json')).toEqual({ out: '', err: `${line}\n`, code: 2 });
  });
});
