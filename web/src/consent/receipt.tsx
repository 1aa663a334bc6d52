import { useState } from 'preact/hooks';
import type { WithdrawalReceipt } from '../api/types.ts';
import { instant } from '../time/oslo.ts';
import { useSpeech } from '../words/words-context.ts';

interface Props {
  readonly receipt: WithdrawalReceipt;
  readonly dismiss?: () => void;
}

/** The receipt of the withdrawal, to copy or keep as a file. */
export function Receipt({ receipt, dismiss }: Props) {
  const { words, format } = useSpeech();
  const [note, setNote] = useState('');
  const text = JSON.stringify(receipt, null, 2);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setNote(words.receipt.copied),
      () => setNote(words.receipt.notCopied),
    );
  return (
    <section class="card receipt" aria-labelledby="receipt" data-testid="receipt">
      <h2 id="receipt">{words.receipt.heading}</h2>
      <p class="hint">{words.receipt.keep}</p>
      <dl class="facts">
        <dt>{words.receipt.at}</dt>
        <dd>{format.moment(instant(receipt.withdrawnAt))}</dd>
        <dt>{words.receipt.number}</dt>
        <dd class="code" data-testid="receipt-id">
          {receipt.receiptId}
        </dd>
        <dt>{words.receipt.record}</dt>
        <dd class="code">{receipt.consentRef}</dd>
      </dl>
      <div class="button-row">
        <button type="button" class="button" onClick={() => void copy()}>
          {words.receipt.copy}
        </button>
        <button
          type="button"
          class="button"
          data-testid="receipt-download"
          onClick={() => download(receipt, text)}
        >
          {words.receipt.download}
        </button>
        {dismiss && (
          <button type="button" class="button-quiet" data-testid="receipt-dismiss" onClick={dismiss}>
            {words.receipt.dismiss}
          </button>
        )}
      </div>
      <p role="status" class="hint">
        {note}
      </p>
    </section>
  );
}

function download({ receiptId }: WithdrawalReceipt, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = `smartlading-${receiptId}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}
