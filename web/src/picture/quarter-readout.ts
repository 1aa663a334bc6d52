import { QUARTER_MS } from '../time/oslo.ts';
import type { Format } from '../words/format.ts';
import type { Words } from '../words/nb.ts';
import { bandNames, type PriceBands } from './price-bands.ts';
import type { Quarter } from './quarters.ts';

export interface Readout {
  readonly day: string;
  readonly time: string;
  readonly price: string;
  /** Without the unit. */
  readonly ore: string;
  /** What the price is made of, øre; null where that is not known. */
  readonly bands: Readonly<Record<keyof PriceBands, string>> | null;
  readonly charging: string;
  /** How hard the plan charges: '6,2 kW (9 A)'. */
  readonly power: string;
}

/** One quarter in words, in parts so that the page can weigh them. */
export function quarterReadout(quarter: Quarter, words: Words, format: Format): Readout {
  const { startAt, price, bands, charging, isGuess } = quarter;
  const plain = price === null ? '–' : format.orePerKwh(price);
  const ore = price === null ? '–' : format.ore(price);
  const power = shownPower(quarter, format);
  return {
    day: format.day(startAt),
    time: words.picture.readout(format.clock(startAt), format.clock(startAt + QUARTER_MS)),
    price: isGuess ? words.picture.guess(plain) : plain,
    ore: isGuess ? words.picture.about(ore) : ore,
    bands: price === null || bands === null ? null : shownBands(price, bands, format),
    charging: charging > 0 ? `${words.picture.charges}${power ? ` ${power}` : ''}` : words.picture.waits,
    power: charging > 0 ? power || words.picture.charges : '–',
  };
}

/** '6,2 kW (9 A)'; less where less is known. */
function shownPower({ kw, ampere }: Quarter, format: Format): string {
  if (!kw) return '';
  return ampere === null ? format.kw(kw) : `${format.kw(kw)} (${format.ampere(ampere)})`;
}

/** The same as one sentence, for those who hear the picture. */
export function spokenQuarter({ day, time, price, bands, charging }: Readout, words: Words): string {
  const parts = bands && bandNames.map((name) => `${words.bands.spoken[name]} ${bands[name]}`);
  return `${day} ${time}, ${parts ? words.picture.ofParts(price, parts) : price}, ${charging}`;
}

/** To a tenth of an øre, such that they add up to the price as it is shown: power takes what rounding leaves over. */
function shownBands(price: number, bands: PriceBands, format: Format): Record<keyof PriceBands, string> {
  const [grid, taxes] = [tenths(bands.grid), tenths(bands.taxes)];
  const power = tenths(price) - grid - taxes;
  return { power: format.ore(power / 10), grid: format.ore(grid / 10), taxes: format.ore(taxes / 10) };
}

/** Rounded as the price is when it is written. */
function tenths(ore: number): number {
  return Math.round(Number(ore.toFixed(1)) * 10);
}
