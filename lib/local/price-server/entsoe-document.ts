import { type Instant, isoUtc } from '../../time/index.ts';
import type { EntsoeForm } from './entsoe-form.ts';
import { endOf, type Stretch } from './stretches.ts';

const PUBLICATION = 'urn:iec62325.351:tc57wg16:451-3:publicationdocument:7:3';
const ACKNOWLEDGEMENT = 'urn:iec62325.351:tc57wg16:451-1:acknowledgementdocument:7:0';

/** What a TimeSeries says of itself besides its prices. */
export interface SeriesFacts {
  readonly areaCode: string;
  readonly contract: 'A01' | 'A07';
  readonly sequence: '1' | '2' | null;
}

/** A `Publication_MarketDocument` (A44) around these series. */
export function publicationDocument(series: readonly string[], at: Instant, form: EntsoeForm): string {
  const body = element('type', 'A44') + created(at) + series.join('');
  return prefixed(rootElement('Publication_MarketDocument', PUBLICATION, body), form.prefix);
}

/** How ENTSO-E says that it has nothing, or that it did not like the question: code 999 is used for both. */
export function acknowledgementDocument(text: string, at: Instant): string {
  const reason = `<Reason>${element('code', '999')}${element('text', text)}</Reason>`;
  return rootElement('Acknowledgement_MarketDocument', ACKNOWLEDGEMENT, `${created(at)}${reason}`);
}

/** One TimeSeries with a Period per stretch. */
export function timeSeries(stretches: readonly Stretch[], facts: SeriesFacts, form: EntsoeForm): string {
  const domain = (way: string) =>
    `<${way}_Domain.mRID codingScheme="A01">${facts.areaCode}</${way}_Domain.mRID>`;
  return [
    '<TimeSeries>',
    element('mRID', '1'),
    element('auction.type', 'A01'),
    element('businessType', 'A62'),
    domain('in'),
    domain('out'),
    element('contract_MarketAgreement.type', facts.contract),
    element('currency_Unit.name', 'EUR'),
    element('price_Measure_Unit.name', 'MWH'),
    facts.sequence === null
      ? ''
      : element('classificationSequence_AttributeInstanceComponent.position', facts.sequence),
    element('curveType', form.curve === 'A01' ? 'A01' : 'A03'),
    ...stretches.map((stretch) => period(stretch, form)),
    '</TimeSeries>',
  ].join('');
}

function period(stretch: Stretch, form: EntsoeForm): string {
  const points = stretch.eurPerMwh.map((price, i) => {
    const isRepeat = i > 0 && price === stretch.eurPerMwh[i - 1];
    if (isRepeat && form.curve === 'A03') return '';
    return `<Point>${element('position', String(i + 1))}${element('price.amount', amount(price))}</Point>`;
  });
  const interval = element('start', minute(stretch.startAt)) + element('end', minute(endOf(stretch)));
  const resolution = element('resolution', `PT${stretch.minutes}M`);
  return `<Period><timeInterval>${interval}</timeInterval>${resolution}${points.join('')}</Period>`;
}

/** `31`, `31.5`, `-0.00`: as they come, with the minus zero that ENTSO-E is known to print. */
function amount(price: number): string {
  return price === 0 ? '-0.00' : String(price);
}

/** `2026-10-22T22:00Z` */
function minute(at: Instant): string {
  return `${isoUtc(at).slice(0, 16)}Z`;
}

function created(at: Instant): string {
  return element('createdDateTime', isoUtc(at));
}

function element(name: string, text: string): string {
  return `<${name}>${text}</${name}>`;
}

function rootElement(name: string, namespace: string, body: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n<${name} xmlns="${namespace}"><mRID>1</mRID>${body}</${name}>`;
}

function prefixed(xml: string, prefix: EntsoeForm['prefix']): string {
  if (prefix === '') return xml;
  return xml
    .replace('xmlns=', `xmlns:${prefix.slice(0, -1)}=`)
    .replaceAll(/<(\/?)([A-Za-z])/g, `<$1${prefix}$2`);
}
