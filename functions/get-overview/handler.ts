import { contracts, overviewOf } from '../../lib/api/index.ts';
import { loadHome } from '../../lib/homes/index.ts';
import { apiHandler, onLambda } from '../../lib/platform/index.ts';
import { shippedGridOwner } from '../../lib/tariffs/index.ts';

export const build = apiHandler(contracts['get-overview'], async ({ subject, platform }) => {
  const home = await loadHome(platform, subject);
  const gridOwner = home?.gridOwner ? shippedGridOwner(home.gridOwner) : null;
  return overviewOf(home, gridOwner, platform.clock.now());
});
export const handler = onLambda(build);
