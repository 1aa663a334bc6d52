import { checkGridTariff, contracts, homeOf } from '../../lib/api/index.ts';
import { homeGridOwner } from '../../lib/charging/index.ts';
import { putHome } from '../../lib/homes/index.ts';
import { apiHandler, onLambda } from '../../lib/platform/index.ts';

export const build = apiHandler(contracts['put-home'], async ({ subject, body, platform }) => {
  const gridOwner = await homeGridOwner(platform, body);
  checkGridTariff(body, gridOwner);
  return homeOf(await putHome(platform, subject, body), gridOwner);
});
export const handler = onLambda(build);
