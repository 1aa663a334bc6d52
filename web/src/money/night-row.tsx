import type { PastSession } from '../api/types.ts';
import { instant } from '../time/oslo.ts';
import { useSpeech } from '../words/words-context.ts';

interface Props {
  readonly session: PastSession;
  /** Of the car; null where that goes without saying. */
  readonly name: string | null;
  /** What the widest bar stands for, øre. */
  readonly most: number;
}

/** One past charging. The bar is a picture of the number beside it. */
export function NightRow({ session, name, most }: Props) {
  const { words, format } = useSpeech();
  const { savedOre, gridKwh, costOre, endedAt, unpriced, assumed } = session;
  const outcome =
    savedOre < 0 ? words.nights.lost(format.kroner(-savedOre)) : words.nights.saved(format.kroner(savedOre));
  return (
    <li class="night-row">
      <span class="night-day">
        {format.day(instant(endedAt))}
        {name && ` · ${name}`}
      </span>
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
