import type { Wishes } from '../api/types.ts';
import { instant } from '../time/oslo.ts';
import type { Format } from '../words/format.ts';
import type { Words } from '../words/nb.ts';

/** What was saved, in words: the wish that was changed, as it is now. */
export function savedSentence(wishes: Wishes, changed: keyof Wishes, words: Words, format: Format): string {
  const say = words.wishes;
  const other = otherWish(wishes, changed, words, format);
  if (other !== null) return say.savedOther(other);
  return say.saved(format.wallClock(wishes.readyBy), format.percent(wishes.targetPercent));
}

function otherWish(wishes: Wishes, changed: keyof Wishes, words: Words, format: Format): string | null {
  const say = words.wishes;
  switch (changed) {
    case 'once':
      return onceWish(wishes.once, words, format);
    case 'reservePercent':
      return say.reserveSaved(format.percent(wishes.reservePercent));
    case 'ceilingPercent':
      return say.ceilingSaved(format.percent(wishes.ceilingPercent));
    case 'priceLimitOre':
      return wishes.priceLimitOre === null
        ? say.priceLimitDropped
        : say.priceLimitSaved(format.orePerKwh(wishes.priceLimitOre));
    case 'unbroken':
      return wishes.unbroken ? say.unbrokenSaved : say.brokenSaved;
    case 'prefer':
      return say.preferences[wishes.prefer];
    case 'warmMinutes':
      return say.warmSaved(wishes.warmMinutes === 0 ? say.warmOff : say.warmMinutes(wishes.warmMinutes));
    case 'readyByWeekend':
      return weekendWish(wishes, words, format);
    default:
      return null;
  }
}

function weekendWish({ readyByWeekend }: Wishes, { wishes }: Words, format: Format): string | null {
  return readyByWeekend === null ? null : `${wishes.readyByWeekend} ${format.wallClock(readyByWeekend)}`;
}

function onceWish(once: Wishes['once'], { wishes }: Words, format: Format): string {
  if (once === null) return wishes.once.dropped;
  const at = instant(once.readyAt);
  return wishes.once.saved(format.day(at), format.clock(at), format.percent(once.targetPercent));
}
