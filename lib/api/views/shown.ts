/** Money as the customer sees it: whole øre, each sum rounded once, so that `costOre + savedOre = chargeNowOre` holds. */
export function shownMoney(sums: { readonly costOre: number; readonly chargeNowOre: number }) {
  const costOre = whole(sums.costOre);
  const chargeNowOre = whole(sums.chargeNowOre);
  return { costOre, chargeNowOre, savedOre: chargeNowOre - costOre };
}

/** Energy, money and whether any of it is missing or assumed, as the customer sees them. */
export function shownMeter(sums: {
  readonly gridKwh: number;
  readonly costOre: number;
  readonly chargeNowOre: number;
  readonly unpriced: boolean;
  readonly assumed: boolean;
}) {
  const { unpriced, assumed } = sums;
  return { gridKwh: decimals(sums.gridKwh, 2), ...shownMoney(sums), unpriced, assumed };
}

/** Percent with one decimal, from a state of charge 0–1. */
export function shownPercent(soc: number): number {
  return decimals(soc * 100, 1);
}

/** Whole øre. */
export function whole(ore: number): number {
  return decimals(ore, 0);
}

/** Rounded to so many decimals, and never −0. */
export function decimals(value: number, places: number): number {
  return Math.round(value * 10 ** places) / 10 ** places + 0;
}
