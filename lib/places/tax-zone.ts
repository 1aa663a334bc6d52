/**
 * How a household's electricity is taxed: by municipality, not by price area. `sor`: electricity tax and VAT. `nord_norge`
 * (Nordland, Troms): electricity tax, no VAT. `tiltakssone` (Finnmark and seven municipalities of Troms): neither.
 * VAT: merverdiavgiftsloven § 6-6.
 */
export const taxZones = ['sor', 'nord_norge', 'tiltakssone'] as const;
export type TaxZone = (typeof taxZones)[number];
