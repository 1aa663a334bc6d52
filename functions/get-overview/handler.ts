import { contracts, overviewOf } from '../../lib/api/index.ts';
import { homeGridOwner } from '../../lib/charging/index.ts';
import { loadHome } from '../../lib/homes/index.ts';
import { apiHandler, onLambda } from '../../lib/platform/index.ts';

export const build = apiHandler(contracts['get-overview'], async ({ subject, platform }) => {
  const home = await loadHome(platform, subject);
  const gridOwner = home && (await homeGridOwner(platform, home));
  return overviewOf(home, gridOwner, platform.clock.now());
});
export const handler = onLambda(build);
