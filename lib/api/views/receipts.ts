import type * as z from 'zod';
import type { GivenReceipt, WithdrawalReceipt } from '../../consent/index.ts';
import { isoUtc } from '../../time/index.ts';
import type { givenReceipt } from '../contracts/given-receipt.ts';
import type { withdrawConsentContract } from '../contracts/withdraw-consent.ts';

/** A receipt of having agreed, as the app gets it. */
export function givenReceiptOf(receipt: GivenReceipt): z.infer<typeof givenReceipt> {
  return { ...receipt, at: isoUtc(receipt.at), purposes: [...receipt.purposes] };
}

/** A receipt of having withdrawn, with what happens next. */
export function withdrawalReceiptOf(
  receipt: WithdrawalReceipt,
): z.infer<typeof withdrawConsentContract.answer> {
  return {
    ...receipt,
    withdrawnAt: isoUtc(receipt.withdrawnAt),
    purposes: [...receipt.purposes],
    willHappen: ['car-handed-back', 'access-revoked', 'tokens-destroyed', 'data-erased'],
  };
}
