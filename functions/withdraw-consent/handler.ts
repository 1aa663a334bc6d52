import { contracts, withdrawalReceiptOf } from '../../lib/api/index.ts';
import { withdrawConsent } from '../../lib/consent/index.ts';
import { apiHandler, onLambda } from '../../lib/platform/index.ts';

export const build = apiHandler(contracts['withdraw-consent'], async ({ subject, platform }) =>
  withdrawalReceiptOf(await withdrawConsent(platform, subject)),
);
export const handler = onLambda(build);
