import type { Plan, Prices } from '../api/types.ts';
import { useSpeech } from '../words/words-context.ts';
import { assumedSentence } from './assumed-sentence.ts';

/** What the customer should know before they trust the prices to the øre; once for prices and plan together. */
export function PriceNotes({ prices, plan }: { readonly prices: Prices; readonly plan: Plan | null }) {
  const { words } = useSpeech();
  const { assumed, gridOwnerName } = prices;
  const sentence = assumedSentence({ rates: [...assumed, ...(plan?.assumed ?? [])], gridOwnerName }, words);
  return (
    <>
      {prices.assumedExchangeRate && <p class="picture-note">{words.picture.exchangeRate}</p>}
      {sentence && (
        <p class="picture-note" data-testid="assumed">
          {sentence}
        </p>
      )}
    </>
  );
}
