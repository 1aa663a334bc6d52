import { contracts, overviewOf } from '../../lib/api/index.ts';
import { loadHome } from '../../lib/homes/index.ts';
import { apiHandler, onLambda } from '../../lib/platform/index.ts';

export const build = apiHandler(contracts['get-overview'], async ({ subject, platform }) =>
  overviewOf(await loadHome(platform, subject), platform.clock.now()),
);
export const handler = onLambda(build);
