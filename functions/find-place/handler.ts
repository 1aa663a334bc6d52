import { contracts, placeFound } from '../../lib/api/index.ts';
import { listGridOwners } from '../../lib/grid-owners/index.ts';
import { apiHandler, onLambda } from '../../lib/platform/index.ts';
import { localDate } from '../../lib/time/index.ts';

export const build = apiHandler(contracts['find-place'], async ({ body, platform }) => {
  const gridOwners = await listGridOwners(platform);
  return placeFound(body, { gridOwners, date: localDate(platform.clock.now()) });
});
export const handler = onLambda(build);
