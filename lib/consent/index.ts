export { beginLink, type LinkRequest } from './begin-link.ts';
export { type ChainVerdict, verifyChain } from './chain.ts';
export { completeLink } from './complete-link.ts';
export type { ConsentEvent } from './consent-event.ts';
export { forget } from './forget.ts';
export { type Notice, notice } from './notice.ts';
export { type GivenReceipt, listReceipts } from './receipts.ts';
export { type WithdrawalReceipt, withdrawConsent } from './withdraw-consent.ts';
