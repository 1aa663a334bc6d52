/** Amounts as the English sentences write them. */
export const nok = (value: number) => `${(Math.round(value * 100) / 100 + 0).toFixed(2)} NOK`;
export const perKwh = (value: number) => (value + 0).toFixed(3);
export const percent = (soc: number) => `${Math.round(soc * 1000) / 10} %`;
export const kwh = (value: number) => `${value.toFixed(1)} kWh`;
/** Without needless zeros: `17.3 kW`, `5 kW`. */
export const kw = (value: number) => `${Math.round(value * 100) / 100 + 0} kW`;
/** `0.440 to 0.510`, or the one where both are the same. */
export const range = (least: number, most: number) =>
  perKwh(least) === perKwh(most) ? perKwh(most) : `${perKwh(least)} to ${perKwh(most)}`;
/** `a`, `a and b`, `a, b and c`. */
export const listed = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
