import { contracts } from '../../lib/api/index.ts';
import { changeMode } from '../../lib/homes/index.ts';
import { apiHandler, onLambda } from '../../lib/platform/index.ts';

export const build = apiHandler(contracts['put-mode'], async ({ subject, path, body, platform }) => {
  await changeMode(platform, subject, path.vehicleRef, body.mode);
  return { mode: body.mode };
});
export const handler = onLambda(build);
