import type { TaxZone } from '../places/index.ts';
import type { DatedRate } from './dated-rate.ts';

const storting = 'Stortingsvedtak om særavgifter, as published at skatteetaten.no';

/** Elavgift (forbruksavgift) for households, øre/kWh ex VAT. The rate of 2027 is set by the state budget. */
export const electricityTaxRates: readonly DatedRate[] = [
  { from: '2024-01-01', until: '2024-04-01', value: 9.51, source: storting },
  { from: '2024-04-01', until: '2025-01-01', value: 16.44, source: storting },
  { from: '2025-01-01', until: '2025-04-01', value: 9.79, source: storting },
  { from: '2025-04-01', until: '2025-10-01', value: 16.93, source: storting },
  { from: '2025-10-01', until: '2026-01-01', value: 12.53, source: storting },
  { from: '2026-01-01', until: '2027-01-01', value: 7.13, source: storting },
];

/** Enova fee for households, øre/kWh ex VAT, in every zone. */
export const enovaRates: readonly DatedRate[] = [
  { from: '2024-01-01', until: null, value: 1, source: 'Forskrift om Energifondet § 3' },
];

const supportLaw = 'Lov om norgespris og strømstønad til husholdninger (LOV-2025-06-20-44) § 6';

/** Spot above this gets strømstøtte, øre/kWh ex VAT. */
export const supportThresholds: readonly DatedRate[] = [
  { from: '2023-09-01', until: '2024-01-01', value: 70, source: 'Strømstønadsloven (LOV-2021-12-22-170)' },
  { from: '2024-01-01', until: '2025-01-01', value: 73, source: 'Strømstønadsloven (LOV-2021-12-22-170)' },
  { from: '2025-01-01', until: '2026-01-01', value: 75, source: supportLaw },
  { from: '2026-01-01', until: '2027-01-01', value: 77, source: supportLaw },
];

/** Norgespris, øre/kWh ex VAT: offered from October 2025; its price of 2027 is set by regulation, and must be chosen anew. */
export const norgesprisRates: readonly DatedRate[] = [
  { from: '2025-10-01', until: '2027-01-01', value: 40, source: 'LOV-2025-06-20-44 § 8' },
];

/** The state pays this share of spot above the threshold (LOV-2025-06-20-44 § 6). */
export const supportShare = 0.9;

/** Strømstøtte and Norgespris hold for the first kWh of a month at a home's metering point (FOR-2025-09-08-1791 § 5). */
export const supportedKwhPerMonth = 5000;

/** Merverdiavgiftsloven § 6-6: no VAT on household electricity in Nordland, Troms and Finnmark. */
export function vatShare(zone: TaxZone): 0.25 | 0 {
  return zone === 'sor' ? 0.25 : 0;
}
