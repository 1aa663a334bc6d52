import { contracts } from '../../lib/api/index.ts';
import { beginLink } from '../../lib/consent/index.ts';
import { apiHandler, onLambda } from '../../lib/platform/index.ts';
import { isoUtc } from '../../lib/time/index.ts';

export const build = apiHandler(contracts['begin-link'], async ({ subject, body, platform }) => {
  const { authorizeUrl, expiresAt } = await beginLink(platform, subject, body);
  return { authorizeUrl, expiresAt: isoUtc(expiresAt) };
});
export const handler = onLambda(build);
