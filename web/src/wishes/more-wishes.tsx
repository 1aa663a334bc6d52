import type { Plan, Wishes } from '../api/types.ts';
import { CheckField } from '../fields/check-field.tsx';
import { NumberField } from '../fields/number-field.tsx';
import { PercentSlider } from '../fields/percent-slider.tsx';
import { useSpeech } from '../words/words-context.ts';
import type { ChangeWish } from './change-wish.ts';
import { PreferField } from './prefer-field.tsx';
import { WarmField } from './warm-field.tsx';
import { WishPrices } from './wish-prices.tsx';

/** Dearer than any quarter hour has been, øre/kWh. */
const MOST_ORE = 2000;

interface Props {
  readonly wishes: Wishes;
  readonly plan: Plan | null;
  readonly change: ChangeWish;
}

/** What few need and some cannot do without: folded away until asked for. */
export function MoreWishes({ wishes, plan, change }: Props) {
  const { words } = useSpeech();
  const say = words.wishes;
  const prices = plan?.wouldCost ?? [];
  return (
    <details>
      <summary data-testid="more-wishes">{say.more}</summary>
      <div class="card-fields">
        <PercentSlider
          label={say.reserve}
          testId="reserve"
          percent={wishes.reservePercent}
          least={0}
          most={80}
          hint={say.reserveHint}
          change={(percent) => change('reservePercent', percent)}
        />
        <WishPrices prices={prices} changes={['no-reserve']} />
        <PercentSlider
          label={say.ceiling}
          testId="ceiling"
          percent={wishes.ceilingPercent}
          least={50}
          hint={say.ceilingHint}
          change={(percent) => change('ceilingPercent', percent)}
        />
        <NumberField
          label={say.priceLimit}
          testId="price-limit"
          unit={words.contract.unitNoVat}
          hint={say.priceLimitHint}
          placeholder={say.priceLimitNone}
          value={wishes.priceLimitOre}
          least={0}
          most={MOST_ORE}
          change={(ore) => change('priceLimitOre', ore)}
        />
        <WishPrices prices={prices} changes={['no-price-limit']} />
        <CheckField
          label={say.unbroken}
          testId="unbroken"
          hint={say.unbrokenHint}
          checked={wishes.unbroken}
          change={(checked) => change('unbroken', checked)}
        />
        <WishPrices prices={prices} changes={['unbroken', 'with-breaks']} />
        <PreferField prefer={wishes.prefer} change={(prefer) => change('prefer', prefer)} />
        <WarmField
          minutes={wishes.warmMinutes}
          isIdle={plan !== null && plan.fuseKw === null && plan.capacity === null}
          change={(minutes) => change('warmMinutes', minutes)}
        />
      </div>
    </details>
  );
}
