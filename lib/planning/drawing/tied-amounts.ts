/** A number keeps its unit when lines are wrapped: this is drawn as a space. */
export const TIED = '\u00a0';

export const percent = (soc: number) => `${Math.round(soc * 1000) / 10}${TIED}%`;
export const nok = (value: number) =>
  `${(Math.round(value * 100) / 100 + 0).toFixed(2).replace('-', '−')}${TIED}NOK`;
export const kwh = (value: number) => `${value.toFixed(2)}${TIED}kWh`;
/** Without needless zeros: `17.3`, `5`. */
export const number = (value: number) => `${Math.round(value * 100) / 100 + 0}`;
export const kw = (value: number) => `${number(value)}${TIED}kW`;
