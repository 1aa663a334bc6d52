import { contracts, placeFound } from '../../lib/api/index.ts';
import { apiHandler, onLambda } from '../../lib/platform/index.ts';
import { shippedGridOwners } from '../../lib/tariffs/index.ts';

export const build = apiHandler(contracts['find-place'], ({ body }) => placeFound(body, shippedGridOwners()));
export const handler = onLambda(build);
