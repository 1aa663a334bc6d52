import type { Plan } from '../api/types.ts';
import { useSpeech } from '../words/words-context.ts';

type Price = Plan['wouldCost'][number];

interface Props {
  readonly prices: readonly Price[];
  /** Those that belong here. */
  readonly changes: readonly Price['change'][];
}

/** What other wishes would do to the cost of this charging, beside the wish they change. */
export function WishPrices({ prices, changes }: Props) {
  const { words, format } = useSpeech();
  const mine = prices.filter(({ change }) => changes.includes(change));
  if (mine.length === 0) return null;
  const amount = (ore: number) => {
    if (ore === 0) return words.wishes.samePrice;
    return ore > 0 ? words.wishes.dearer(format.kroner(ore)) : words.wishes.cheaper(format.kroner(-ore));
  };
  return (
    <ul class="wish-prices" data-testid="wish-prices">
      {mine.map(({ change, ore }) => (
        <li key={change} class={ore < 0 ? 'is-cheaper' : ''}>
          {words.wishes.price(words.wishes.wouldCost[change], amount(ore))}
        </li>
      ))}
    </ul>
  );
}
