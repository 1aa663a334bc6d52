import type { PriceArea } from '../../places/index.ts';

/** EIC codes of the bidding zones. NO5's is of another series than its neighbours'. */
export const areaCodes: Readonly<Record<PriceArea, string>> = {
  NO1: '10YNO-1--------2',
  NO2: '10YNO-2--------T',
  NO3: '10YNO-3--------J',
  NO4: '10YNO-4--------9',
  NO5: '10Y1001A1001A48H',
};
