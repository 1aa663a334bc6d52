import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFriNettleieFile } from '../../lib/grid-owners/fri-nettleie/read-file.ts';
import { MAX_FILE_CHARACTERS, MAX_MARKS } from '../../lib/grid-owners/fri-nettleie/refuse-too-big.ts';
import { TariffFileError } from '../../lib/grid-owners/fri-nettleie/tariff-file-error.ts';
import { yamlFile } from '../../lib/local/tariff-server/yaml-file.ts';
import { shippedGridOwner, shippedGridOwners } from '../../lib/tariffs/index.ts';
import { anyGridOwner } from './support/any-grid-owner.ts';

const sample = `---
netteier: 'Prøve Nett AS '
gln:
  - '7080005051378'
mga:
  - 50YABCDEFGHIJKLM
sist_oppdatert: 2026-01-02
kilder:
  - https://prove.no/nettleie
tariffer:
  - kundegrupper: [husholdning, fritid, liten_næring]
    navn: Indre
    gyldig_fra: '2026-01-01'
    gyldig_til: null
    energiledd:
      grunnpris: 10
      unntak:
        - navn: Natt vinter
          timer: 22-5
          måneder: [januar, desember]
          pris: 8.5
        - navn: Topp
          timer: [7-9, 17]
          dager: [virkedag, lørdag]
          pris: 30
        - navn: Middag
          timer: 12
          pris: 31
    fastledd:
      metode: OV_TREFASE
      terskel_inkludert: null
      terskler:
        - {terskel: 0, pris: 1000}
        - {terskel: 63, pris: 2000.5}
`;

function read(text: string) {
  return readFriNettleieFile('prove', text);
}

/** What the text is refused with. */
function refusal(text: string): Pick<TariffFileError, 'line' | 'message'> {
  try {
    read(text);
  } catch (thrown) {
    if (thrown instanceof TariffFileError) return { line: thrown.line, message: thrown.message };
    throw thrown;
  }
  throw new Error('was read');
}

describe('a file of the open tariff repository', () => {
  it('is what was written, whatever was written', () => {
    fc.assert(
      fc.property(anyGridOwner, (owner) => {
        expect(readFriNettleieFile(owner.key, yamlFile(owner))).toEqual(owner);
      }),
    );
  });

  it('with letters and accents apart is the same file', () => {
    const decomposed = sample.normalize('NFD');
    expect(decomposed).not.toBe(sample);
    expect(read(decomposed)).toEqual(read(sample));
  });

  it('is read in full', () => {
    expect(read(sample)).toEqual({
      key: 'prove',
      name: 'Prøve Nett AS',
      areas: [],
      sources: ['https://prove.no/nettleie'],
      checkedOn: '2026-01-02',
      tariffs: [
        {
          from: '2026-01-01',
          until: null,
          name: 'Indre',
          customerGroups: ['household', 'cabin', 'small-business'],
          energy: {
            baseOrePerKwh: 10,
            exceptions: [
              {
                name: 'Natt vinter',
                hours: [{ from: 22, to: 5 }],
                days: null,
                months: [1, 12],
                orePerKwh: 8.5,
              },
              {
                name: 'Topp',
                hours: [
                  { from: 7, to: 9 },
                  { from: 17, to: 17 },
                ],
                days: ['workday', 'saturday'],
                months: null,
                orePerKwh: 30,
              },
              { name: 'Middag', hours: [{ from: 12, to: 12 }], days: null, months: null, orePerKwh: 31 },
            ],
          },
          capacity: {
            method: 'main-fuse',
            thresholdIncluded: null,
            steps: [
              { from: 0, nokPerYear: 1000 },
              { from: 63, nokPerYear: 2000.5 },
            ],
          },
        },
      ],
      ownDays: [],
    });
  });

  it('has far fewer marks than the parser is given', () => {
    for (const owner of shippedGridOwners()) {
      // A third of what is allowed: it would still be read with three times as many tariffs.
      const text = yamlFile({ ...owner, tariffs: [...owner.tariffs, ...owner.tariffs, ...owner.tariffs] });
      expect(readFriNettleieFile(owner.key, text).tariffs).toHaveLength(3 * owner.tariffs.length);
    }
  });

  it('may give a tariff a name as long as a customer may choose', () => {
    const name = 'x'.repeat(100);
    expect(read(sample.replace('navn: Indre', `navn: ' ${name}'`)).tariffs[0]?.name).toBe(name);
  });

  it.each([
    ['TRE_DØGNMAX_MND', 'top-three-days'],
    ['MND_MAX', 'month-maximum'],
    ['FEM_VEKTET_ÅR', 'five-weighted-weeks'],
    ['OV_TREFASE', 'main-fuse'],
    ['UKJENT', 'unknown'],
  ])('knows the method %s', (word, method) => {
    expect(read(sample.replace('OV_TREFASE', word)).tariffs[0]?.capacity.method).toBe(method);
  });

  it.each([
    ['true', true],
    ['false', false],
    ['null', null],
  ])('knows terskel_inkludert %s', (word, included) => {
    const text = sample.replace('terskel_inkludert: null', `terskel_inkludert: ${word}`);
    expect(read(text).tariffs[0]?.capacity.thresholdIncluded).toBe(included);
  });
});

/** One line of the sample, what replaces it, and how that is refused: with this line. */
const corruptions: readonly (readonly [string, string, string])[] = [
  ["netteier: 'Prøve Nett AS '", 'netteier:', 'netteier: not-allowed'],
  ["netteier: 'Prøve Nett AS '", "nettselskap: 'Prøve Nett AS '", 'nettselskap: unknown-key'],
  ["  - '7080005051378'", "  - '7070005051378'", 'gln[0]: not-allowed'],
  ['  - 50YABCDEFGHIJKLM', '  - 51YABCDEFGHIJKLM', 'mga[0]: not-allowed'],
  ['sist_oppdatert: 2026-01-02', 'sist_oppdatert: 2026-02-30', 'sist_oppdatert: not-allowed'],
  ['  - https://prove.no/nettleie', '  - javascript:alert(1)', 'kilder[0]: not-allowed'],
  ['    navn: Indre', '    navn: [Indre]', 'tariffer[0].navn: not-allowed'],
  ['    navn: Indre', `    navn: ${'x'.repeat(101)}`, 'tariffer[0].navn: out-of-range'],
  ['    navn: Indre', '    tilbud: Indre', 'tariffer[0].tilbud: unknown-key'],
  ["    gyldig_fra: '2026-01-01'", "    gyldig_fra: '1. januar'", 'tariffer[0].gyldig_fra: not-allowed'],
  ['    gyldig_til: null', "    gyldig_til: '2026-01-01'", 'tariffer[0].gyldig_til: ends-before-it-begins'],
  [
    '  - kundegrupper: [husholdning, fritid, liten_næring]',
    '  - kundegrupper: [husholdning, stor_næring]',
    'tariffer[0].kundegrupper[1]: not-allowed',
  ],
  ['      grunnpris: 10', '      grunnpris: 1000', 'tariffer[0].energiledd.grunnpris: out-of-range'],
  ['      grunnpris: 10', '      grunnpris: -21', 'tariffer[0].energiledd.grunnpris: out-of-range'],
  ['      grunnpris: 10', '      grunnpris: .inf', 'tariffer[0].energiledd.grunnpris: not-allowed'],
  ['      grunnpris: 10', '      grunnpris: .nan', 'tariffer[0].energiledd.grunnpris: not-allowed'],
  ['      grunnpris: 10', "      grunnpris: '10'", 'tariffer[0].energiledd.grunnpris: not-allowed'],
  ['      grunnpris: 10', '      grunnpris: 10,5', 'tariffer[0].energiledd.grunnpris: not-allowed'],
  ['          timer: 22-5', '          timer: 22-24', 'tariffer[0].energiledd.unntak[0].timer: out-of-range'],
  ['          timer: 22-5', '          timer: kveld', 'tariffer[0].energiledd.unntak[0].timer: not-allowed'],
  ['          timer: 22-5', '          timer: -1', 'tariffer[0].energiledd.unntak[0].timer: not-allowed'],
  [
    '          timer: [7-9, 17]',
    '          timer: [7-9, 99]',
    'tariffer[0].energiledd.unntak[1].timer[1]: out-of-range',
  ],
  [
    '          dager: [virkedag, lørdag]',
    '          dager: [virkedag, julaften]',
    'tariffer[0].energiledd.unntak[1].dager[1]: not-allowed',
  ],
  [
    '          dager: [virkedag, lørdag]',
    '          dager: []',
    'tariffer[0].energiledd.unntak[1].dager: empty',
  ],
  [
    '          måneder: [januar, desember]',
    '          måneder: [constructor]',
    'tariffer[0].energiledd.unntak[0].måneder[0]: not-allowed',
  ],
  [
    '          måneder: [januar, desember]',
    '          uker: [1]',
    'tariffer[0].energiledd.unntak[0].uker: unknown-key',
  ],
  ['          pris: 8.5', '          pris: gratis', 'tariffer[0].energiledd.unntak[0].pris: not-allowed'],
  ['      metode: OV_TREFASE', '      metode: TRE_DØGN', 'tariffer[0].fastledd.metode: not-allowed'],
  [
    '      terskel_inkludert: null',
    '      terskel_inkludert: ja',
    'tariffer[0].fastledd.terskel_inkludert: not-allowed',
  ],
  [
    '        - {terskel: 63, pris: 2000.5}',
    '        - {terskel: 0, pris: 2000.5}',
    'tariffer[0].fastledd.terskler[1].terskel: not-ascending',
  ],
  [
    '        - {terskel: 63, pris: 2000.5}',
    '        - {terskel: 63, pris: 1000001}',
    'tariffer[0].fastledd.terskler[1].pris: out-of-range',
  ],
  [
    '        - {terskel: 63, pris: 2000.5}',
    '        - {terskel: 63}',
    'tariffer[0].fastledd.terskler[1].pris: missing',
  ],
  ['  - https://prove.no/nettleie', '  - &k https://prove.no/nettleie\n  - *k', 'alias'],
  ['      grunnpris: 10', '      grunnpris: 10\n      grunnpris: 11', 'not-yaml'],
  ['      grunnpris: 10', '      grunnpris: !!js/function 10', 'not-yaml'],
  ['      grunnpris: 10', '\tgrunnpris: 10', 'not-yaml'],
];

describe('a corrupted file is refused', () => {
  it.each(corruptions)('%s → %s: %s', (good, bad, message) => {
    expect(sample.split('\n').filter((line) => line === good)).toHaveLength(1);
    const line = sample.split('\n').indexOf(good) + 1;
    // Where a line became two it is the second that is wrong.
    expect(refusal(sample.replace(good, bad))).toEqual({
      line: line + (bad.includes('\n') ? 1 : 0),
      message,
    });
  });

  it('with the line of the one line that is wrong, wherever that is', () => {
    const spoil = [
      (line: string) => line.replace(/(terskel|pris|grunnpris): .*/, '$1: mye'),
      (line: string) => line.replace(/(terskel|pris|grunnpris): .*/, '$1: 9999999'),
      (line: string) => line.replace(/(pris|metode|navn|timer|dager|måneder|gyldig_fra):/, '$1x:'),
      (line: string) => line.replace(/(metode|gyldig_fra|netteier): .*/, '$1: {}'),
    ];
    fc.assert(
      fc.property(anyGridOwner, fc.nat(), fc.constantFrom(...spoil), (owner, n, corrupt) => {
        const lines = yamlFile(owner).split('\n');
        const candidates = lines.flatMap((line, i) => (corrupt(line) === line ? [] : [i]));
        const i = candidates[n % candidates.length] ?? 0;
        const spoilt = lines.with(i, corrupt(lines[i] ?? ''));
        expect(refusal(spoilt.join('\n'))).toMatchObject({ line: i + 1 });
      }),
    );
  });

  it('wherever it was cut off in the middle of a tariff', () => {
    const text = yamlFile(shippedGridOwner('elvia') ?? expect.fail());
    const lines = text.split('\n');
    const first = lines.findIndex((line) => line.startsWith('  - kundegrupper'));
    const second = lines.findIndex((line, i) => i > first && line.startsWith('  - kundegrupper'));
    const atoms = lines.findIndex((line, i) => i > first && line.startsWith('    gyldig_fra'));
    for (let end = 1; end < atoms; end += 1) {
      expect(refusal(lines.slice(0, end).join('\n')).line).toBeLessThanOrEqual(end + 1);
    }
    expect(second).toBeGreaterThan(atoms);
  });

  it.each(['', '---', 'null', '[]', 'netteier', '404: Not Found', '<html>', '{', '\0'])('%j', (text) => {
    expect(refusal(text).line).toBe(1);
  });

  it('without a tariff', () => {
    const text = `${sample.slice(0, sample.indexOf('tariffer:'))}tariffer: []\n`;
    expect(refusal(text)).toEqual({ line: 10, message: 'tariffer: empty' });
  });

  it('of two documents', () => {
    expect(refusal(`${sample}---\n${sample}`).message).toBe('not-yaml');
  });

  it('that is larger than a tariff file can be', () => {
    expect(refusal(`${sample}#${'x'.repeat(MAX_FILE_CHARACTERS)}`).message).toBe('too-big');
  });

  it.each<[string, (i: number) => string]>([
    ['keys', (i) => `k${i}:\n`],
    ['keys without values', (i) => `? k${i}\n`],
    ['keys on one line', (i) => `${i === 0 ? '{' : ','}k${i}`],
    ['items', () => '- x\n'],
    ['brackets', () => '['],
    ['anchors', (i) => `&k${i} `],
    ['aliases', (i) => `*k${i} `],
  ])('with more %s than a tariff file can have, before it is parsed', (_, mark) => {
    const marks = (count: number) => Array.from({ length: count }, (_, i) => mark(i)).join('');
    expect(marks(MAX_MARKS).length).toBeLessThan(MAX_FILE_CHARACTERS);
    // A file that the parser has seen is refused for what is wrong with it.
    expect(refusal(marks(MAX_MARKS)).message).not.toBe('too-big');
    expect(refusal(marks(MAX_MARKS + 1))).toEqual({ line: 1, message: 'too-big' });
  });

  it('and nothing of it but field names is repeated', () => {
    const secret = 'postkasse-59.9139';
    expect(refusal(sample.replace('navn: Indre', `"${secret}": 1`)).message).toBe('tariffer[0]: unknown-key');
    expect(refusal(sample.replace('grunnpris: 10', `grunnpris: ${secret}`)).message).not.toContain(secret);
  });
});
