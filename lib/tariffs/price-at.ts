import type { TaxZone } from '../places/index.ts';
import { type Instant, type LocalDate, localDate, localHour } from '../time/index.ts';
import { rateOn } from './dated-rate.ts';
import { energyChargeAt } from './energy-charge.ts';
import type { PriceBasis } from './price-basis.ts';
import type { Price, PriceParts, RateName } from './price-parts.ts';
import { electricityTaxRates, enovaRates, norgesprisRates, supportedKwhPerMonth, vatShare } from './rates.ts';
import { supportOn } from './support.ts';
import { tariffOn } from './tariff-on.ts';

/**
 * What one more kWh costs this home at an instant, øre/kWh. `spotOrePerKwh` is the mean of the settlement hour, ex VAT; null
 * where it is not known yet. Null where the price cannot be told without it: under Norgespris it can.
 */
export function priceAt(basis: PriceBasis, at: Instant, spotOrePerKwh: number | null): Price | null {
  const date = localDate(at);
  const power = powerOn(basis, date, spotOrePerKwh);
  if (power === null) return null;
  const grid = gridOn(basis, date, localHour(at));
  const tax = taxOn(basis.taxZone, date);
  const enova = rateOn(enovaRates, date);
  const assumed = [...power.assumed, ...grid.assumed, ...tax.assumed];
  return priceOf(
    {
      spot: power.spot,
      markup: basis.contract.markupOrePerKwh,
      support: power.support,
      gridEnergy: grid.orePerKwh,
      electricityTax: tax.orePerKwh,
      enova: enova.value,
    },
    vatShare(basis.taxZone),
    enova.assumed ? [...assumed, 'enova'] : assumed,
  );
}

function powerOn({ contract, kwhThisMonth }: PriceBasis, date: LocalDate, spotOrePerKwh: number | null) {
  const power = contract.kind === 'fixed' ? contract.priceOrePerKwh : spotOrePerKwh;
  if (spotOrePerKwh === null) return powerWithoutSpot(contract.kind, kwhThisMonth, date, power);
  const { orePerKwh, assumed } = supportOn(contract.kind, date, spotOrePerKwh, kwhThisMonth);
  return { spot: power ?? spotOrePerKwh, support: orePerKwh, assumed: assumed ? [assumed] : [] };
}

/** Before spot is published: Norgespris is known as a whole, a fixed price beyond the month's supported kWh. */
function powerWithoutSpot(
  kind: 'spot' | 'norgespris' | 'fixed',
  kwhThisMonth: number,
  date: LocalDate,
  power: number | null,
): { spot: number; support: number; assumed: RateName[] } | null {
  const isSupported = kwhThisMonth < supportedKwhPerMonth;
  if (kind === 'norgespris' && isSupported) {
    const { value, assumed } = rateOn(norgesprisRates, date);
    return { spot: value, support: 0, assumed: assumed ? ['norgespris'] : [] };
  }
  return power === null || isSupported ? null : { spot: power, support: 0, assumed: [] };
}

function gridOn(
  { gridOwner, gridTariffName }: PriceBasis,
  date: LocalDate,
  hour: number,
): { orePerKwh: number; assumed: RateName[] } {
  const found = gridOwner && tariffOn(gridOwner, gridTariffName, date);
  if (!found) return { orePerKwh: 0, assumed: ['gridEnergy'] };
  const { orePerKwh } = energyChargeAt(found.tariff.energy, date, hour);
  return { orePerKwh, assumed: found.assumed ? ['gridEnergy'] : [] };
}

/** Households in the tiltakssone pay no electricity tax: there is no rate to assume. */
function taxOn(zone: TaxZone, date: LocalDate): { orePerKwh: number; assumed: RateName[] } {
  if (zone === 'tiltakssone') return { orePerKwh: 0, assumed: [] };
  const { value, assumed } = rateOn(electricityTaxRates, date);
  return { orePerKwh: value, assumed: assumed ? ['electricityTax'] : [] };
}

function priceOf(exVat: Omit<PriceParts, 'vat'>, share: number, assumed: readonly RateName[]): Price {
  const sum = Object.values(exVat).reduce((total, part) => total + part, 0);
  const vat = share === 0 ? 0 : sum * share;
  return { parts: { ...exVat, vat }, oreInclVat: withoutNoise(sum + vat), assumed };
}

/** Hours that cost the same must compare as equal: spot + (Norgespris − spot) is not exactly Norgespris in binary. */
function withoutNoise(ore: number): number {
  return Math.round(ore * 1e6) / 1e6;
}
