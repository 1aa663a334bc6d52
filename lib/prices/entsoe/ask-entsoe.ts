import type { PriceArea } from '../../places/index.ts';
import { type Platform, ServiceError } from '../../platform/index.ts';
import { dayEnd, dayStart, type Instant, isoUtc, type LocalDate } from '../../time/index.ts';
import { coverDay } from '../price-block.ts';
import { type SourceAnswer, statusError } from '../source-answer.ts';
import { areaCodes } from './area-code.ts';
import { readDocument } from './document.ts';
import { blocksOf } from './series.ts';

/**
 * Day-ahead prices from the ENTSO-E Transparency Platform (document A44). The token rides in the URL, so the URL is in
 * no error and no log. No data is an acknowledgement document, with HTTP 200 or 400.
 */
export async function askEntsoe(platform: Platform, area: PriceArea, date: LocalDate): Promise<SourceAnswer> {
  const token = await platform.secret('entsoe-token');
  if (token === '') throw new ServiceError('misconfigured');
  const answer = await platform.http.send({ method: 'GET', url: queryUrl(platform, token, area, date) });
  if (answer.status !== 200 && answer.status !== 400) throw statusError(answer);
  const series = readDocument(answer.text);
  if (series === 'no-data') return { kind: 'not-yet' };
  const cover = coverDay(date, blocksOf(series, areaCodes[area]));
  if (cover === 'nothing') return { kind: 'not-yet' };
  if (cover === 'partial') return { kind: 'partial' };
  return { kind: 'whole', eurPerMwh: cover, nokPerEur: null };
}

/** The local day as a UTC window; contract type A01 leaves out the intraday auctions (A07). */
function queryUrl(platform: Platform, token: string, area: PriceArea, date: LocalDate): string {
  const query = new URLSearchParams({
    documentType: 'A44',
    in_Domain: areaCodes[area],
    out_Domain: areaCodes[area],
    periodStart: compactUtc(dayStart(date)),
    periodEnd: compactUtc(dayEnd(date)),
    'contract_MarketAgreement.type': 'A01',
    securityToken: token,
  });
  return `${platform.setting('ENTSOE_URL')}?${query}`;
}

/** `202610222200` */
function compactUtc(at: Instant): string {
  return isoUtc(at).replaceAll(/[-T:]/g, '').slice(0, 12);
}
