import { contracts, givenReceiptOf } from '../../lib/api/index.ts';
import { completeLink } from '../../lib/consent/index.ts';
import { apiHandler, onLambda } from '../../lib/platform/index.ts';

export const build = apiHandler(contracts['complete-link'], async ({ subject, body, platform }) => {
  const { vehicles, receipt } = await completeLink(platform, subject, body);
  return {
    vehicles: vehicles.map(({ vehicleRef }) => ({ vehicleRef })),
    receipt: givenReceiptOf(receipt),
  };
});
export const handler = onLambda(build);
