import { checkPriceTerms, contracts, homeOf } from '../../lib/api/index.ts';
import { homeGridOwner } from '../../lib/charging/index.ts';
import { changedTerms, loadHome, putHome } from '../../lib/homes/index.ts';
import { apiHandler, onLambda } from '../../lib/platform/index.ts';
import { localDate } from '../../lib/time/index.ts';

export const build = apiHandler(contracts['put-home'], async ({ subject, body, platform }) => {
  const wanted = changedTerms(await loadHome(platform, subject), body);
  const gridOwner = await homeGridOwner(platform, wanted);
  checkPriceTerms(wanted, gridOwner, localDate(platform.clock.now()));
  return homeOf(await putHome(platform, subject, body), gridOwner);
});
export const handler = onLambda(build);
