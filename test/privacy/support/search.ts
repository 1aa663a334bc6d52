import { geohash, type Place, spellingsOf } from './spellings.ts';

/** One thing that stays: a row, a line, a message. */
export interface Kept {
  readonly where: string;
  readonly what: unknown;
}

/**
 * Finds a place in what is kept. Either coordinate alone counts from five decimals on; with three or four decimals
 * (which energies and prices have too) both must stand in the same record.
 */
export class PlaceSearch {
  readonly #alone: readonly string[];
  readonly #rough: readonly (readonly string[])[];
  readonly #words: readonly (string | RegExp)[];

  constructor(place: Place, words: readonly (string | RegExp)[] = []) {
    const { latitude, longitude } = place;
    this.#alone = [
      ...spellingsOf(latitude, { from: 5, to: 7 }),
      ...spellingsOf(longitude, { from: 5, to: 7 }),
      ...[8, 9, 10, 11, 12].map((length) => geohash(place, length)),
    ];
    this.#rough = [latitude, longitude].map((degrees) => spellingsOf(degrees, { from: 3, to: 4 }));
    this.#words = words;
  }

  /** `where` of each record that tells the place (or one of the words), readable or encoded. */
  hits(kept: readonly Kept[]): string[] {
    return kept
      .filter(({ what }) => readings(what).some((text) => this.#tells(text)))
      .map(({ where }) => where);
  }

  #tells(text: string): boolean {
    return (
      this.#alone.some((spelling) => text.includes(spelling)) ||
      this.#words.some((word) => (typeof word === 'string' ? text.includes(word) : word.test(text))) ||
      this.#rough.every((spellings) => spellings.some((spelling) => text.includes(spelling)))
    );
  }
}

/** Finds a few digits, such as a postcode, where they are a word or a text of their own and no part of a number or an id. */
export function standingAlone(digits: string): RegExp {
  return new RegExp(`(?<![\\w.+/-])${digits}(?![\\w.+/=-])`);
}

/** The record as text, and what is inside anything that looks like hexadecimal, base64 or percent-encoding. */
function readings(what: unknown): string[] {
  const text = textOf(what);
  const runs = text.match(/[A-Za-z0-9+/_=-]{10,}/g) ?? [];
  const decoded = runs.flatMap((run) => [
    Buffer.from(run, 'base64').toString('latin1'),
    ...(/^[0-9a-f]+$/i.test(run) ? [Buffer.from(run, 'hex').toString('latin1')] : []),
  ]);
  return [text, percentDecoded(text), decoded.join('\n')];
}

function percentDecoded(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
}

function textOf(what: unknown): string {
  if (typeof what === 'string') return what;
  return JSON.stringify(what, (_, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  );
}
