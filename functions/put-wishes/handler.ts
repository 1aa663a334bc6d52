import { contracts, wishesOf, wishesWanted } from '../../lib/api/index.ts';
import { changeWishes } from '../../lib/homes/index.ts';
import { apiHandler, onLambda } from '../../lib/platform/index.ts';

export const build = apiHandler(contracts['put-wishes'], async ({ subject, path, body, platform }) => {
  const now = platform.clock.now();
  const change = (before: Parameters<typeof wishesWanted>[1]) => wishesWanted(body, before, now);
  return wishesOf(await changeWishes(platform, subject, path.vehicleRef, change), now);
});
export const handler = onLambda(build);
