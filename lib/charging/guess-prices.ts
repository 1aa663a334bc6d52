import { HISTORY_DAYS, priceOutlook } from '../forecast/index.ts';
import type { Home } from '../homes/index.ts';
import type { Platform } from '../platform/index.ts';
import { readSpot } from '../prices/index.ts';
import {
  addDays,
  dayStart,
  hourStart,
  type Instant,
  localDate,
  QUARTER_MS,
  quarterStart,
} from '../time/index.ts';
import type { GuessedPrice } from './known-prices.ts';
import type { PricesOfHome } from './read-prices.ts';

/** The prices with a forecast of those that are not published until then; as they are where all are known or nothing is to forecast from. */
export async function guessPrices(
  platform: Platform,
  home: Home,
  prices: PricesOfHome,
  { now, untilAt }: { readonly now: Instant; readonly untilAt: Instant },
): Promise<PricesOfHome> {
  const fromAt = hourStart(now);
  if (isAllKnown(prices, fromAt, untilAt)) return prices;
  const since = dayStart(addDays(localDate(now), -HISTORY_DAYS));
  const { quarters } = await readSpot(platform, home.area, since, untilAt);
  const { taxZone, contract, gridTariffName } = home;
  const basis = { taxZone, contract, gridOwner: prices.gridOwner, gridTariffName, kwhThisMonth: 0 };
  const minutes = platform.setting('SETTLEMENT_MINUTES') === '15' ? 15 : 60;
  const outlook = priceOutlook(basis, quarters, { fromAt, untilAt }, minutes);
  const guessed = outlook
    .filter(({ isGuessed }) => isGuessed)
    .map((price): [Instant, GuessedPrice] => [price.startAt, { price, highOrePerKwh: price.highOreInclVat }]);
  return { ...prices, guessed: new Map(guessed) };
}

function isAllKnown({ byQuarter }: PricesOfHome, fromAt: Instant, untilAt: Instant): boolean {
  for (let startAt = quarterStart(fromAt); startAt < untilAt; startAt += QUARTER_MS) {
    if (!byQuarter.has(startAt)) return false;
  }
  return true;
}
