import type { PriceArea } from '../../places/index.ts';

/** The bidding zones' EIC codes, written down once more from ENTSO-E's list: a slip in the service's own must show. */
const areasByCode: Readonly<Record<string, PriceArea>> = {
  '10YNO-1--------2': 'NO1',
  '10YNO-2--------T': 'NO2',
  '10YNO-3--------J': 'NO3',
  '10YNO-4--------9': 'NO4',
  '10Y1001A1001A48H': 'NO5',
};

export function areaOfCode(code: string): PriceArea | null {
  return areasByCode[code] ?? null;
}
