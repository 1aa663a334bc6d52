import { QUARTER_MS } from '../time/oslo.ts';
import type { Format } from '../words/format.ts';
import type { Words } from '../words/nb.ts';
import type { Quarter } from './quarters.ts';

export interface Readout {
  readonly day: string;
  readonly time: string;
  readonly price: string;
  readonly charging: string;
}

/** One quarter in words, in parts so that the page can weigh them. */
export function quarterReadout({ startAt, price, charging }: Quarter, words: Words, format: Format): Readout {
  return {
    day: format.day(startAt),
    time: words.picture.readout(format.clock(startAt), format.clock(startAt + QUARTER_MS)),
    price: price === null ? '–' : format.orePerKwh(price),
    charging: charging > 0 ? words.picture.charges : words.picture.waits,
  };
}
