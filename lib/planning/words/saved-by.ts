import type { Price } from '../../tariffs/index.ts';

/** A slot with its price, and what two schedules charge in it, kWh grid side. */
export interface ComparedSlot {
  readonly price: Price;
  readonly plannedKwh: number;
  readonly atOnceKwh: number;
}

/** What one schedule costs less than the other, øre incl. VAT, by what made the difference. */
export interface SavedBy {
  /** Power after support: spot, markup and support. */
  readonly powerOre: number;
  /** Energy charge of the grid tariff. */
  readonly gridOre: number;
  /** Taxes: they differ only where a rate changes between the slots. */
  readonly taxOre: number;
}

/** Why the plan is cheaper than charging at once: the three add up to the whole difference. */
export function savedBy(slots: readonly ComparedSlot[]): SavedBy {
  let powerOre = 0;
  let gridOre = 0;
  let taxOre = 0;
  for (const { price, plannedKwh, atOnceKwh } of slots) {
    const { spot, markup, support, gridEnergy, electricityTax, enova, vat } = price.parts;
    const exVat = spot + markup + support + gridEnergy + electricityTax + enova;
    const inclVat = exVat === 0 ? 1 : 1 + vat / exVat;
    const lessKwh = atOnceKwh - plannedKwh;
    powerOre += lessKwh * (spot + markup + support) * inclVat;
    gridOre += lessKwh * gridEnergy * inclVat;
    taxOre += lessKwh * (electricityTax + enova) * inclVat;
  }
  return { powerOre, gridOre, taxOre };
}
