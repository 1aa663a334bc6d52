import { useRef } from 'preact/hooks';
import type { ConsentReceipt, WithdrawalReceipt } from '../api/types.ts';
import { instant } from '../time/oslo.ts';
import { problemSentence } from '../words/problem-sentence.ts';
import { useSpeech } from '../words/words-context.ts';
import { NoticeText } from './notice-text.tsx';
import { useConsent } from './use-consent.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';

/** What was agreed and when, the text, and the way out: as easy as the way in. */
export function ConsentCard({ withdrawn }: { readonly withdrawn: (receipt: WithdrawalReceipt) => void }) {
  const { language, words } = useSpeech();
  const { consent, failure, reload } = useConsent(language, '');
  const dialog = useRef<HTMLDialogElement>(null);
  const receipt = consent?.receipts.at(-1);
  const isAgreedText = receipt?.noticeSha256 === consent?.notice.sha256;
  return (
    <section class="card" aria-labelledby="consent" data-testid="consent">
      <h2 id="consent">{words.consent.heading}</h2>
      {receipt && <Given receipt={receipt} />}
      <p class="hint">{words.consent.never}</p>
      {consent && (
        <details>
          <summary>{isAgreedText ? words.consent.read : words.consent.readNow}</summary>
          {receipt && <Proof receipt={receipt} />}
          <NoticeText notice={consent.notice} heading="h3" />
        </details>
      )}
      {failure && (
        <p class="hint">
          {problemSentence(failure, words)}{' '}
          <button type="button" class="button-quiet" onClick={reload}>
            {words.save.retry}
          </button>
        </p>
      )}
      <button
        type="button"
        class="button-danger"
        data-testid="withdraw"
        onClick={() => dialog.current?.showModal()}
      >
        {words.consent.withdraw}
      </button>
      <WithdrawDialog dialog={dialog} withdrawn={withdrawn} />
    </section>
  );
}

function Given({ receipt }: { readonly receipt: ConsentReceipt }) {
  const { words, format } = useSpeech();
  const purposes = receipt.purposes.map((purpose) => words.consent.purpose[purpose]).join(', ');
  return (
    <div data-testid="consent-receipt">
      <p>{words.consent.given(format.moment(instant(receipt.at)))}</p>
      <p class="hint">
        {words.consent.purposes} {purposes} ·{' '}
        <span class="whole">{words.consent.version(receipt.noticeVersion)}</span>
      </p>
    </div>
  );
}

function Proof({ receipt }: { readonly receipt: ConsentReceipt }) {
  const { words } = useSpeech();
  return (
    <dl class="facts">
      <dt>{words.consent.receiptNumber}</dt>
      <dd class="code">{receipt.receiptId}</dd>
      <dt>{words.consent.fingerprint}</dt>
      <dd class="code">{receipt.noticeSha256}</dd>
    </dl>
  );
}
