import { contracts, hoursAround, pricesOf } from '../../lib/api/index.ts';
import { homePrices } from '../../lib/charging/index.ts';
import { loadHome } from '../../lib/homes/index.ts';
import { apiHandler, onLambda, ServiceError } from '../../lib/platform/index.ts';

export const build = apiHandler(contracts['get-prices'], async ({ subject, query, platform }) => {
  const home = await loadHome(platform, subject);
  if (home === null) throw new ServiceError('home-missing');
  const asked = { fromAt: Date.parse(query.from), untilAt: Date.parse(query.to) };
  return pricesOf(home, await homePrices(platform, home, hoursAround(asked)), asked);
});
export const handler = onLambda(build);
