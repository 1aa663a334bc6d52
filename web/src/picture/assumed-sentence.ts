import type { RateName } from '../api/types.ts';
import type { Words } from '../words/nb.ts';

interface Assumption {
  readonly rates: readonly RateName[];
  /** Null where the customer's grid owner is not known: then its tariff is left out, not assumed. */
  readonly gridOwnerName: string | null;
}

/** Which rates a price is made with outside the dates they are known for, in one sentence; null where there is nothing to own up to. */
export function assumedSentence({ rates, gridOwnerName }: Assumption, { assumed }: Words): string | null {
  const known = new Set(rates);
  const isLeftOut = gridOwnerName === null && known.delete('gridEnergy');
  const names = [...known].map((rate) => assumed.rates[rate]);
  const sentences = [
    ...(names.length > 0 ? [assumed.unknown(names)] : []),
    ...(isLeftOut ? [assumed.leftOut] : []),
  ];
  return sentences.length > 0 ? sentences.join(' ') : null;
}
