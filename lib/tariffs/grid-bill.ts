import { type Instant, localDate, localHour } from '../time/index.ts';
import { capacityFee } from './capacity-fee.ts';
import type { Month } from './demand.ts';
import { energyChargeAt } from './energy-charge.ts';
import { priceAt } from './price-at.ts';
import type { PriceBasis } from './price-basis.ts';
import { supportedKwhPerMonth, vatShare } from './rates.ts';
import { tariffOn } from './tariff-on.ts';

/** A metered clock hour, `spotOrePerKwh` its mean day-ahead price ex VAT. */
export interface MeteredHour {
  readonly startAt: Instant;
  readonly kwh: number;
  readonly spotOrePerKwh: number;
}

/** Whole øre incl. VAT. */
export interface GridBill {
  /** Energy charge by what the owner calls the rate; null is the base price. Ascending by first use. */
  readonly energy: readonly { readonly rate: string | null; readonly kwh: number; readonly ore: number }[];
  readonly electricityTaxOre: number;
  readonly enovaOre: number;
  readonly capacityOre: number;
  /** Strømstøtte or Norgespris settlement: on the grid bill, because the grid owner pays it out. */
  readonly supportOre: number;
  readonly totalOre: number;
}

/** The hours count the month's kWh themselves. */
type BillBasis = Omit<PriceBasis, 'kwhThisMonth'>;

/**
 * The grid owner's bill of a month, from its hours in order.
 * Null where the owner has no household tariff or its capacity fee cannot be told.
 *
 * Rounded as BKK's bills of autumn 2025 are, to the øre: energy per rate ex VAT, then VAT; taxes per rate with VAT;
 * support and capacity as wholes. The sum is of the rounded lines.
 */
export function gridBill(
  basis: BillBasis,
  month: Month,
  hours: readonly MeteredHour[],
  fuseAmpere: number | null = null,
): GridBill | null {
  const capacityOre = capacityOreOf(basis, month, hours, fuseAmpere);
  if (capacityOre === null) return null;
  const sums = [...sumsByRate(basis, hours)];
  const vat = 1 + vatShare(basis.taxZone);
  const energy = sums.map(([rate, { kwh, energyOre }]) => ({
    rate,
    kwh,
    ore: halfUp(halfUp(energyOre) * vat),
  }));
  const electricityTaxOre = total(sums.map(([, { electricityTaxOre: ore }]) => halfUp(ore * vat)));
  const enovaOre = total(sums.map(([, { enovaOre: ore }]) => halfUp(ore * vat)));
  const supportOre = halfUp(total(sums.map(([, { supportOre: ore }]) => ore)) * vat);
  return {
    energy,
    electricityTaxOre,
    enovaOre,
    capacityOre,
    supportOre,
    totalOre: total(energy.map(({ ore }) => ore)) + electricityTaxOre + enovaOre + capacityOre + supportOre,
  };
}

interface RateSums {
  kwh: number;
  energyOre: number;
  electricityTaxOre: number;
  enovaOre: number;
  supportOre: number;
}

function sumsByRate(basis: BillBasis, hours: readonly MeteredHour[]): Map<string | null, RateSums> {
  const sums = new Map<string | null, RateSums>();
  let kwhThisMonth = 0;
  for (const hour of hours) {
    const rate = rateNameAt(basis, hour.startAt);
    const sum = sums.get(rate) ?? { kwh: 0, energyOre: 0, electricityTaxOre: 0, enovaOre: 0, supportOre: 0 };
    const price = priceAt({ ...basis, kwhThisMonth: 0 }, hour.startAt, hour.spotOrePerKwh);
    const supportedKwh = Math.max(0, Math.min(hour.kwh, supportedKwhPerMonth - kwhThisMonth));
    kwhThisMonth += hour.kwh;
    sum.kwh += hour.kwh;
    sum.energyOre += hour.kwh * (price?.parts.gridEnergy ?? 0);
    sum.electricityTaxOre += hour.kwh * (price?.parts.electricityTax ?? 0);
    sum.enovaOre += hour.kwh * (price?.parts.enova ?? 0);
    sum.supportOre += supportedKwh * (price?.parts.support ?? 0);
    sums.set(rate, sum);
  }
  return sums;
}

function rateNameAt({ gridOwner, gridTariffName }: BillBasis, at: Instant): string | null {
  const date = localDate(at);
  const found = gridOwner && tariffOn(gridOwner, gridTariffName, date);
  return found ? energyChargeAt(found.tariff.energy, date, localHour(at)).exception : null;
}

/** A month is billed on the capacity steps of its first day. */
function capacityOreOf(
  { gridOwner, gridTariffName, taxZone }: BillBasis,
  month: Month,
  hours: readonly MeteredHour[],
  fuseAmpere: number | null,
): number | null {
  const found = gridOwner && tariffOn(gridOwner, gridTariffName, `${month}-01`);
  const soFar = hours.map(({ startAt, kwh }) => ({ date: localDate(startAt), kw: kwh }));
  const fee = found && capacityFee(found.tariff.capacity, { month, soFar, planned: [], fuseAmpere });
  return fee ? halfUp(fee.nok * 100 * (1 + vatShare(taxZone))) : null;
}

/** Halves away from zero, as bills round; a hair of binary noise does not turn a half down. */
function halfUp(ore: number): number {
  return Math.sign(ore) * Math.round(Math.abs(ore) + 1e-7);
}

function total(ore: readonly number[]): number {
  return ore.reduce((sum, one) => sum + one, 0);
}
