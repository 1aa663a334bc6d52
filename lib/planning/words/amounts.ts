/** Amounts as the English sentences write them. */
export const nok = (value: number) => `${decimals(value, 2)} NOK`;
export const perKwh = (value: number) => decimals(value, 3);
export const percent = (soc: number) => `${Math.round(soc * 1000) / 10} %`;
export const kwh = (value: number) => `${value.toFixed(1)} kWh`;
/** Without needless zeros: `17.3`, `5`. */
export const number = (value: number) => `${Math.round(value * 100) / 100 + 0}`;
export const kw = (value: number) => `${number(value)} kW`;
/** `0.440 to 0.510`, or the one where both are the same. */
export const range = (least: number, most: number) =>
  perKwh(least) === perKwh(most) ? perKwh(most) : `${perKwh(least)} to ${perKwh(most)}`;
/** `a`, `a and b`, `a, b and c`. */
export const listed = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** With a real minus sign, and none before a zero. */
function decimals(value: number, count: number): string {
  const text = value.toFixed(count);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}
