import { useEffect, useRef } from 'preact/hooks';
import type { Withdrawal, WithdrawalReceipt, WithdrawalStep } from '../api/types.ts';
import { useSpeech } from '../words/words-context.ts';
import { Receipt } from './receipt.tsx';

const steps: readonly WithdrawalStep[] = [
  'recorded',
  'handed-back',
  'compartment',
  'revoked',
  'tokens-destroyed',
  'erased',
];

interface Props {
  readonly withdrawal: Withdrawal;
  readonly receipt: WithdrawalReceipt | null;
}

/** The forgetting as it happens, step by step. */
export function Forgetting({ withdrawal, receipt }: Props) {
  const { words } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that led here is gone, and focus with it.
  useEffect(() => heading.current?.focus(), []);
  const underWay = steps.find((step) => !withdrawal.done.includes(step));
  const stateOf = (step: WithdrawalStep) => {
    if (withdrawal.done.includes(step)) return 'done';
    return step === underWay ? 'underWay' : 'waiting';
  };
  return (
    <>
      <section class="card" aria-labelledby="forgetting" data-testid="forgetting">
        <h2 id="forgetting" ref={heading} tabIndex={-1}>
          {words.forgetting.heading}
        </h2>
        <p class="hint">{words.forgetting.intro}</p>
        <ol class="steps" aria-live="polite">
          {steps.map((step) => (
            <li key={step} class={`step is-${stateOf(step)}`}>
              <span>{words.forgetting.step[step]}</span>
              <span class="step-state">{words.forgetting[stateOf(step)]}</span>
            </li>
          ))}
        </ol>
      </section>
      {receipt && <Receipt receipt={receipt} />}
    </>
  );
}
