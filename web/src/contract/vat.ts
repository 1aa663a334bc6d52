import type { TaxZone } from '../api/types.ts';

/** What a price ex VAT is multiplied with to be what a household there pays: no VAT in Nordland, Troms and Finnmark. */
export function vatFactor(taxZone: TaxZone): number {
  return taxZone === 'sor' ? 1.25 : 1;
}

/** A price the customer wrote, VAT and all, as the service takes it: ex VAT, to a ten-thousandth. */
export function exVat(oreInclVat: number, taxZone: TaxZone): number {
  return Math.round((oreInclVat / vatFactor(taxZone)) * 10_000) / 10_000;
}
