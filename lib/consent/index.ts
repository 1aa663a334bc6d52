export { beginLink } from './begin-link.ts';
export { verifyChain } from './chain.ts';
export { completeLink } from './complete-link.ts';
export type { ConsentEvent } from './consent-event.ts';
export { forget } from './forget.ts';
export { notice } from './notice.ts';
export { type GivenReceipt, listReceipts } from './receipts.ts';
export { type WithdrawalReceipt, withdrawConsent } from './withdraw-consent.ts';
