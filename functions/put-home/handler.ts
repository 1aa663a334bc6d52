import { contracts } from '../../lib/api/index.ts';
import { putHome } from '../../lib/homes/index.ts';
import { apiHandler, onLambda } from '../../lib/platform/index.ts';

export const build = apiHandler(contracts['put-home'], async ({ subject, body, platform }) => {
  const { area, vatPercent } = await putHome(platform, subject, body);
  return { area, vatPercent };
});
export const handler = onLambda(build);
