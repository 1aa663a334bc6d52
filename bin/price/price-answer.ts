import type { Price, PriceParts } from '../../lib/tariffs/index.ts';
import { type Instant, isoLocal } from '../../lib/time/index.ts';
import type { Home } from '../home/find-home.ts';

/** What the command prints as JSON, øre/kWh: parts to four decimals, the sum to two. */
export interface PriceAnswer {
  readonly area: string;
  readonly taxZone: string;
  readonly grid: string;
  readonly contract: string;
  readonly hour: string;
  readonly parts: PriceParts;
  readonly oreInclVat: number;
  readonly assumed: Price['assumed'];
}

export function priceAnswer(home: Home, hourAt: Instant, price: Price): PriceAnswer {
  const { spot, markup, support, gridEnergy, electricityTax, enova, vat } = price.parts;
  return {
    area: home.area,
    taxZone: home.taxZone,
    grid: home.gridOwner.key,
    contract: home.contract.kind,
    hour: isoLocal(hourAt),
    parts: {
      spot: rounded(spot, 4),
      markup: rounded(markup, 4),
      support: rounded(support, 4),
      gridEnergy: rounded(gridEnergy, 4),
      electricityTax: rounded(electricityTax, 4),
      enova: rounded(enova, 4),
      vat: rounded(vat, 4),
    },
    oreInclVat: rounded(price.oreInclVat, 2),
    assumed: price.assumed,
  };
}

/** Halves away from zero, whatever their binary form; never a negative zero. */
function rounded(ore: number, decimals: number): number {
  const scale = 10 ** decimals;
  return (Math.sign(ore) * Math.round(Math.abs(ore) * scale + 1e-6)) / scale + 0;
}
