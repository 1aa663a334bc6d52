import type { Home, Plan, Prices } from '../api/types.ts';
import { useSpeech } from '../words/words-context.ts';
import { assumedSentence } from './assumed-sentence.ts';

interface Props {
  readonly home: Home;
  readonly prices: Prices | null;
  readonly plan: Plan | null;
}

/** What the customer should know before they trust the prices to the øre; once for prices and plan together, and for one without the other. */
export function PriceNotes({ home, prices, plan }: Props) {
  const { words } = useSpeech();
  const rates = [...(prices?.assumed ?? []), ...(plan?.assumed ?? [])];
  const { gridOwnerName } = prices ?? home;
  const sentence = assumedSentence({ rates, gridOwnerName }, words);
  return (
    <>
      {prices?.assumedExchangeRate && <p class="picture-note">{words.picture.exchangeRate}</p>}
      {sentence && (
        <p class="picture-note" data-testid="assumed">
          {sentence}
        </p>
      )}
    </>
  );
}
