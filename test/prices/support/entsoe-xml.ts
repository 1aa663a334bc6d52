/** Documents written by hand, for traps that no price server should be able to set. */
export interface XmlPeriod {
  readonly start?: string;
  readonly end?: string;
  readonly resolution?: string;
  /** Position and amount, as text. */
  readonly points: readonly (readonly [string | number, string | number])[];
}

export interface XmlSeries {
  readonly domain?: string;
  readonly outDomain?: string;
  readonly contract?: string;
  readonly currency?: string;
  readonly unit?: string;
  readonly curve?: string | null;
  readonly sequence?: string;
  readonly periods: readonly XmlPeriod[];
}

/** NO1 on 2026-10-22: 22:00Z to 22:00Z. */
const dayPeriod = { start: '2026-10-21T22:00Z', end: '2026-10-22T22:00Z', resolution: 'PT60M' };

export function hours(amount: (hour: number) => string | number): [number, string | number][] {
  return Array.from({ length: 24 }, (_, hour) => [hour + 1, amount(hour)]);
}

export function publication(series: readonly XmlSeries[], type = 'A44'): string {
  const body = series.map(seriesXml).join('');
  return `<?xml version="1.0"?><Publication_MarketDocument xmlns="urn:x"><type>${type}</type>${body}</Publication_MarketDocument>`;
}

export function acknowledgement(text: string, code = '999'): string {
  return `<?xml version="1.0"?><Acknowledgement_MarketDocument xmlns="urn:y"><Reason><code>${code}</code><text>${text}</text></Reason></Acknowledgement_MarketDocument>`;
}

function seriesXml(series: XmlSeries): string {
  const domain = series.domain ?? '10YNO-1--------2';
  const curve = series.curve === undefined ? 'A03' : series.curve;
  return `<TimeSeries><in_Domain.mRID codingScheme="A01">${domain}</in_Domain.mRID>
    <out_Domain.mRID codingScheme="A01">${series.outDomain ?? domain}</out_Domain.mRID>
    <contract_MarketAgreement.type>${series.contract ?? 'A01'}</contract_MarketAgreement.type>
    <currency_Unit.name>${series.currency ?? 'EUR'}</currency_Unit.name>
    <price_Measure_Unit.name>${series.unit ?? 'MWH'}</price_Measure_Unit.name>
    ${series.sequence ? `<classificationSequence_AttributeInstanceComponent.position>${series.sequence}</classificationSequence_AttributeInstanceComponent.position>` : ''}
    ${curve === null ? '' : `<curveType>${curve}</curveType>`}
    ${series.periods.map(periodXml).join('')}</TimeSeries>`;
}

function periodXml(period: XmlPeriod): string {
  const { start, end, resolution, points } = { ...dayPeriod, ...period };
  const told = points.map(
    ([position, amount]) =>
      `<Point><position>${position}</position><price.amount>${amount}</price.amount></Point>`,
  );
  return `<Period><timeInterval><start>${start}</start><end>${end}</end></timeInterval><resolution>${resolution}</resolution>${told.join('')}</Period>`;
}
