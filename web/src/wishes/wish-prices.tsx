import type { Plan } from '../api/types.ts';
import { useSpeech } from '../words/words-context.ts';

/** Less is within what two plans of the same night differ by. */
const NOTICEABLE_ORE = 10;

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
    if (Math.abs(ore) < NOTICEABLE_ORE) return words.wishes.samePrice;
    return ore > 0 ? words.wishes.dearer(format.kroner(ore)) : words.wishes.cheaper(format.kroner(-ore));
  };
  return (
    <ul class="wish-prices" data-testid="wish-prices">
      {mine.map(({ change, ore }) => (
        <li key={change} class={ore <= -NOTICEABLE_ORE ? 'is-cheaper' : ''}>
          {words.wishes.price(words.wishes.wouldCost[change], amount(ore))}
        </li>
      ))}
    </ul>
  );
}
