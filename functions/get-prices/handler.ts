import { contracts, hoursAround, pricesOf } from '../../lib/api/index.ts';
import { loadHome } from '../../lib/homes/index.ts';
import { apiHandler, onLambda, ServiceError } from '../../lib/platform/index.ts';
import { readSpot } from '../../lib/prices/index.ts';

export const build = apiHandler(contracts['get-prices'], async ({ subject, query, platform }) => {
  const home = await loadHome(platform, subject);
  if (home === null) throw new ServiceError('home-missing');
  const asked = { fromAt: Date.parse(query.from), untilAt: Date.parse(query.to) };
  const { fromAt, untilAt } = hoursAround(asked);
  const spot = await readSpot(platform, home.area, fromAt, untilAt);
  const settlementMinutes = platform.setting('SETTLEMENT_MINUTES') === '15' ? 15 : 60;
  return pricesOf(home, spot, { ...asked, settlementMinutes });
});
export const handler = onLambda(build);
