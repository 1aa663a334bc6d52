import { useState } from 'preact/hooks';
import type { WithdrawalReceipt } from '../api/types.ts';

const KEY = 'smartlading.receipt';

/** The withdrawal's receipt, kept for this tab only: after the forgetting nobody else can show it again. */
export function useKeptReceipt(): [WithdrawalReceipt | null, (receipt: WithdrawalReceipt | null) => void] {
  const [receipt, setReceipt] = useState<WithdrawalReceipt | null>(kept);
  const keep = (next: WithdrawalReceipt | null) => {
    setReceipt(next);
    // Storage throws where the host app forbids it; then the receipt lasts as long as the page.
    try {
      if (next) sessionStorage.setItem(KEY, JSON.stringify(next));
      else sessionStorage.removeItem(KEY);
    } catch {}
  };
  return [receipt, keep];
}

function kept(): WithdrawalReceipt | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
  } catch {
    return null;
  }
}
