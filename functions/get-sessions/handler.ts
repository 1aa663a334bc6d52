import { contracts, sessionsOf } from '../../lib/api/index.ts';
import { apiHandler, onLambda } from '../../lib/platform/index.ts';
import { listSessions } from '../../lib/savings/index.ts';

export const build = apiHandler(contracts['get-sessions'], async ({ subject, platform }) =>
  sessionsOf(await listSessions(platform, subject)),
);
export const handler = onLambda(build);
