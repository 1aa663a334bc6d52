/** The market's harmonised limits are about −500 and +4000 EUR/MWh and can be raised; wider than that no price has been. */
const LOWEST_EUR_PER_MWH = -600;
const HIGHEST_EUR_PER_MWH = 5000;

/** Whether each price is a number within what the market allows. EUR/MWh ex VAT. */
export function areBelievable(eurPerMwh: readonly number[]): boolean {
  return eurPerMwh.every((price) => price >= LOWEST_EUR_PER_MWH && price <= HIGHEST_EUR_PER_MWH);
}
