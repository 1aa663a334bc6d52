import type { PastSession } from '../api/types.ts';
import { instant } from '../time/oslo.ts';
import { useSpeech } from '../words/words-context.ts';

/** One past charging. The bar is a picture of the number beside it. */
export function NightRow({ session, most }: { readonly session: PastSession; readonly most: number }) {
  const { words, format } = useSpeech();
  const { savedOre, gridKwh, costOre, endedAt, unpriced, assumed } = session;
  const outcome =
    savedOre < 0 ? words.nights.lost(format.kroner(-savedOre)) : words.nights.saved(format.kroner(savedOre));
  return (
    <li class="night-row">
      <span class="night-day">{format.day(instant(endedAt))}</span>
      <span class="night-saved">{outcome}</span>
      <span class="night-bar" aria-hidden="true">
        <span style={{ width: `${(Math.max(savedOre, 0) / most) * 100}%` }} />
      </span>
      <span class="hint">
        {words.nights.row(format.kwh(gridKwh), format.kroner(costOre))}
        {assumed && ` · ${words.nights.assumed}`}
        {unpriced && ` · ${words.proof.unpriced}`}
      </span>
    </li>
  );
}
