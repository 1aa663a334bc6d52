import type { PriceArea } from '../../places/index.ts';
import { addDays, dayEnd, type Instant, type LocalDate, localDate, parseIso } from '../../time/index.ts';
import { areaOfCode } from './area-codes.ts';
import {
  acknowledgementDocument,
  publicationDocument,
  type SeriesFacts,
  timeSeries,
} from './entsoe-document.ts';
import type { EntsoeForm } from './entsoe-form.ts';
import type { PriceFault } from './faults.ts';
import { type Market, type MarketQuarter, publishedDay } from './publication.ts';
import type { Served } from './served.ts';
import { stretchesOf } from './stretches.ts';

/** What was asked of ENTSO-E: an area, and a UTC window. */
export interface EntsoeQuestion {
  readonly area: PriceArea;
  readonly areaCode: string;
  readonly startAt: Instant;
  readonly endAt: Instant;
}

/** Reads the documented query parameters; null where one is missing or strange. */
export function entsoeQuestion(query: URLSearchParams): EntsoeQuestion | null {
  const areaCode = query.get('in_Domain') ?? '';
  const area = areaOfCode(areaCode);
  const startAt = instantOf(query.get('periodStart'));
  const endAt = instantOf(query.get('periodEnd'));
  const isDayAhead =
    query.get('documentType') === 'A44' && query.get('contract_MarketAgreement.type') === 'A01';
  if (!isDayAhead || query.get('out_Domain') !== areaCode) return null;
  if (!area || startAt === null || endAt === null || endAt <= startAt) return null;
  return { area, areaCode, startAt, endAt };
}

/** `202610212200`, UTC. */
function instantOf(text: string | null): Instant | null {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text ?? '');
  return parts ? parseIso(`${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}Z`) : null;
}

/** All published market days that touch the window, or the acknowledgement that there are none. */
export function entsoeAnswer(
  market: Market,
  question: EntsoeQuestion,
  form: EntsoeForm,
  fault: PriceFault | null,
): Served {
  const days = datesOf(question, form.neighbours).flatMap(
    (date) => publishedDay(market, question.area, date, fault) ?? [],
  );
  const isTold = days.some(({ startAt }) => startAt >= question.startAt && startAt < question.endAt);
  if (!isTold) {
    return acknowledged(
      form.noDataStatus,
      'No matching data found for Data item ENERGY_PRICES [12.1.D]',
      market,
    );
  }
  const series = seriesOf(days, question.areaCode, form);
  return xmlAnswer(200, publicationDocument(series, market.now(), form));
}

/** An acknowledgement with any reason text. */
export function acknowledged(status: number, text: string, market: Market): Served {
  return xmlAnswer(status, acknowledgementDocument(text, market.now()));
}

function xmlAnswer(status: number, body: string): Served {
  return { status, contentType: 'text/xml', body };
}

function datesOf({ startAt, endAt }: EntsoeQuestion, neighbours: boolean): LocalDate[] {
  const last = addDays(localDate(endAt - 1), neighbours ? 1 : 0);
  const dates = [addDays(localDate(startAt), neighbours ? -1 : 0)];
  while ((dates.at(-1) ?? last) < last) dates.push(localDate(dayEnd(dates.at(-1) ?? last)));
  return dates;
}

function seriesOf(quarters: readonly MarketQuarter[], areaCode: string, form: EntsoeForm): string[] {
  const stretches = stretchesOf(quarters, form);
  const own: SeriesFacts = { areaCode, contract: 'A01', sequence: form.strangers ? '1' : null };
  const series =
    form.split === 'series'
      ? stretches.map((stretch) => timeSeries([stretch], own, form))
      : [timeSeries(stretches, own, form)];
  if (!form.strangers) return series;
  const dearer = stretches.map((stretch) => ({
    ...stretch,
    eurPerMwh: stretch.eurPerMwh.map((price) => price + 11),
  }));
  return [
    timeSeries(dearer, { ...own, contract: 'A07' }, form),
    ...series,
    timeSeries(dearer, { ...own, sequence: '2' }, form),
  ];
}
