import type { LocalDate } from '../time/index.ts';
import { holdsAt } from './calendar-match.ts';
import type { EnergyCharge } from './grid-owner.ts';

/** The energy charge in a clock hour (0–23) of a local day, øre/kWh ex VAT, and the exception that set it; null for the base price. */
export function energyChargeAt(
  { baseOrePerKwh, exceptions }: EnergyCharge,
  date: LocalDate,
  hour: number,
): { readonly orePerKwh: number; readonly exception: string | null } {
  const exception = exceptions.find((one) => holdsAt(one, date, hour));
  return exception
    ? { orePerKwh: exception.orePerKwh, exception: exception.name }
    : { orePerKwh: baseOrePerKwh, exception: null };
}
