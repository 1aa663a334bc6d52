import { contracts } from '../../lib/api/index.ts';
import { changeWishes } from '../../lib/homes/index.ts';
import { apiHandler, onLambda } from '../../lib/platform/index.ts';

export const build = apiHandler(contracts['put-wishes'], async ({ subject, path, body, platform }) => {
  const { readyBy, targetPercent } = body;
  await changeWishes(platform, subject, path.vehicleRef, { readyBy, targetSoc: targetPercent / 100 });
  return { readyBy, targetPercent };
});
export const handler = onLambda(build);
