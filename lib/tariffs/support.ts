import type { LocalDate } from '../time/index.ts';
import type { Contract } from './contract.ts';
import { rateOn } from './dated-rate.ts';
import type { RateName } from './price-parts.ts';
import { norgesprisRates, supportedKwhPerMonth, supportShare, supportThresholds } from './rates.ts';

export interface Support {
  /** What is paid on top of the power, øre/kWh ex VAT: negative strømstøtte, or the Norgespris settlement. */
  readonly orePerKwh: number;
  readonly assumed: RateName | null;
}

/**
 * The state's share in an hour's power.
 *
 *     spot, fixed  −0.9 × max(0, spot − threshold), hour by hour    LOV-2025-06-20-44 § 6
 *     Norgespris   Norgespris − spot, instead of strømstøtte        § 8
 *     beyond the month's first 5 000 kWh neither                    FOR-2025-09-08-1791 § 5
 */
export function supportOn(
  kind: Contract['kind'],
  date: LocalDate,
  spotOrePerKwh: number,
  kwhThisMonth: number,
): Support {
  if (kwhThisMonth >= supportedKwhPerMonth) return { orePerKwh: 0, assumed: null };
  if (kind === 'norgespris') {
    const { value, assumed } = rateOn(norgesprisRates, date);
    return { orePerKwh: value - spotOrePerKwh, assumed: assumed ? 'norgespris' : null };
  }
  const { value, assumed } = rateOn(supportThresholds, date);
  const above = Math.max(0, spotOrePerKwh - value);
  return { orePerKwh: above === 0 ? 0 : -supportShare * above, assumed: assumed ? 'supportThreshold' : null };
}
