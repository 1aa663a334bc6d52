import type { PriceParts } from '../api/types.ts';

/** What a price is made of as the picture stacks it, øre/kWh incl. VAT: together they are the price. */
export interface PriceBands {
  /** Spot or the agreed price, markup and support. Below zero where support or a negative spot outweighs the rest. */
  readonly power: number;
  /** Energy charge of the grid tariff. */
  readonly grid: number;
  /** Electricity tax and Enova fee. */
  readonly taxes: number;
}

/** The bands of a price, from the bottom of the stack to its top. */
export const bandNames = ['power', 'grid', 'taxes'] as const satisfies readonly (keyof PriceBands)[];

/** The API's parts are ex VAT, with VAT as a part of its own: here each band carries its VAT. */
export function bandsOf(parts: PriceParts, vatPercent: number): PriceBands {
  const withVat = 1 + vatPercent / 100;
  return {
    power: (parts.spot + parts.markup + parts.support) * withVat,
    grid: parts.gridEnergy * withVat,
    taxes: (parts.electricityTax + parts.enova) * withVat,
  };
}

/** One band of a stack, øre/kWh: from the level it stands on to the level it ends at. */
export interface StackedBand {
  readonly name: keyof PriceBands;
  readonly from: number;
  readonly to: number;
}

/**
 * Power from zero to its own price, grid from there, taxes on top: the stack ends at the price. Where power is negative it
 * goes down from zero and the others climb from its lower end, so that they cross zero on their way to the price.
 */
export function stacked({ power, grid, taxes }: PriceBands): readonly StackedBand[] {
  return [
    { name: 'power', from: 0, to: power },
    { name: 'grid', from: power, to: power + grid },
    { name: 'taxes', from: power + grid, to: power + grid + taxes },
  ];
}

/** Whether two prices look the same in the picture. */
export function sameBands(one: PriceBands | null, other: PriceBands | null): boolean {
  if (one === null || other === null) return one === other;
  return bandNames.every((name) => one[name] === other[name]);
}
