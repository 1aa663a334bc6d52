import { contracts, placeFound } from '../../lib/api/index.ts';
import { apiHandler, onLambda } from '../../lib/platform/index.ts';
import { shippedGridOwners } from '../../lib/tariffs/index.ts';
import { localDate } from '../../lib/time/index.ts';

export const build = apiHandler(contracts['find-place'], ({ body, platform }) => {
  const date = localDate(platform.clock.now());
  return placeFound(body, { gridOwners: shippedGridOwners(), date });
});
export const handler = onLambda(build);
