import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { api } from '../api/api.ts';
import { asFailure, type Failure } from '../api/failure.ts';
import type { WithdrawalReceipt } from '../api/types.ts';
import { problemSentence } from '../words/problem-sentence.ts';
import { useSpeech } from '../words/words-context.ts';

interface Props {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly withdrawn: (receipt: WithdrawalReceipt) => void;
}

/** One question, in plain words, before everything is gone. Escape and "keep" change nothing. */
export function WithdrawDialog({ dialog, withdrawn }: Props) {
  const { words } = useSpeech();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const withdraw = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const receipt = await api.withdraw();
      dialog.current?.close();
      withdrawn(receipt);
    } catch (thrown) {
      setFailure(asFailure(thrown));
    }
    setBusy(false);
  };
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="withdraw-heading" data-testid="withdraw-dialog">
      <h2 id="withdraw-heading">{words.withdraw.heading}</h2>
      <p>{words.withdraw.intro}</p>
      <ol>
        {words.withdraw.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p class="hint">{words.withdraw.after}</p>
      {failure && (
        <p class="error" role="alert">
          {problemSentence(failure, words)}
        </p>
      )}
      <div class="dialog-buttons">
        <button
          type="button"
          class="button"
          data-testid="withdraw-keep"
          onClick={() => dialog.current?.close()}
        >
          {words.withdraw.no}
        </button>
        <button
          type="button"
          class="button-danger"
          data-testid="withdraw-confirm"
          disabled={isBusy}
          onClick={() => void withdraw()}
        >
          {words.withdraw.yes}
        </button>
      </div>
    </dialog>
  );
}
