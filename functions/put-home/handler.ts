import { contracts, homeOf } from '../../lib/api/index.ts';
import { putHome } from '../../lib/homes/index.ts';
import { apiHandler, onLambda, ServiceError } from '../../lib/platform/index.ts';
import { shippedGridOwner } from '../../lib/tariffs/index.ts';

export const build = apiHandler(contracts['put-home'], async ({ subject, body, platform }) => {
  const gridOwner = body.gridOwner === null ? null : shippedGridOwner(body.gridOwner);
  if (body.gridOwner !== null && gridOwner === null)
    throw new ServiceError('grid-owner-unknown', { field: 'gridOwner' });
  return homeOf(await putHome(platform, subject, body), gridOwner);
});
export const handler = onLambda(build);
