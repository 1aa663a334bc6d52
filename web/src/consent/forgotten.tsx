import { useEffect, useRef } from 'preact/hooks';
import type { WithdrawalReceipt } from '../api/types.ts';
import { useSpeech } from '../words/words-context.ts';
import { Receipt } from './receipt.tsx';

interface Props {
  readonly receipt: WithdrawalReceipt;
  readonly dismiss: () => void;
}

/** The end of the forgetting, with the receipt that this browser alone still holds. */
export function Forgotten({ receipt, dismiss }: Props) {
  const { words } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <section class="card" aria-labelledby="forgotten" data-testid="forgotten">
        <h2 id="forgotten" ref={heading} tabIndex={-1}>
          {words.forgetting.finished}
        </h2>
        <p>{words.forgetting.finishedText}</p>
      </section>
      <Receipt receipt={receipt} dismiss={dismiss} />
    </>
  );
}
