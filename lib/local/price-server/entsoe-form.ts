import type { Cutting } from './stretches.ts';

/** In which of its documented forms ENTSO-E's document comes. Every form tells the same prices. */
export interface EntsoeForm extends Cutting {
  /** `A03`: repeated values left out, as in real life. `A03-full`: none left out, though it could. `A01`: none may be. */
  readonly curve: 'A03' | 'A03-full' | 'A01';
  /** Stretches as Periods of one TimeSeries, or as a TimeSeries each. */
  readonly split: 'periods' | 'series';
  /** Sends the market days next to the one asked for as well. */
  readonly neighbours: boolean;
  /** Mixes in what a day-ahead reader must leave out: an intraday auction (A07) and a second classification sequence. */
  readonly strangers: boolean;
  /** XML namespace prefix with its colon, or nothing. */
  readonly prefix: '' | 'ns0:';
  /** HTTP status of the acknowledgement that there is no data. */
  readonly noDataStatus: 200 | 400;
}

export const usualEntsoeForm: EntsoeForm = {
  curve: 'A03',
  resolution: 'fine',
  cutHours: null,
  split: 'periods',
  neighbours: false,
  strangers: false,
  prefix: '',
  noDataStatus: 200,
};
