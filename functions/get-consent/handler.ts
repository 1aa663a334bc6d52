import { contracts, givenReceiptOf } from '../../lib/api/index.ts';
import { listReceipts, notice } from '../../lib/consent/index.ts';
import { apiHandler, onLambda } from '../../lib/platform/index.ts';

export const build = apiHandler(contracts['get-consent'], async ({ subject, query, platform }) => {
  const receipts = await listReceipts(platform, subject);
  return { notice: notice(query.language), receipts: receipts.map(givenReceiptOf) };
});
export const handler = onLambda(build);
