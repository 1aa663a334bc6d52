import { sha256Hex } from '../platform/index.ts';
import { energyChargeAt, type GridOwner, tariffOn } from '../tariffs/index.ts';
import { addDays, type LocalDate } from '../time/index.ts';

const hoursOfDay = Array.from({ length: 24 }, (_, hour) => hour);

/**
 * `grid/date/fingerprint` of each day's energy charges, both days included: another fingerprint is another price, however the
 * owner words its tariff. None without a grid owner.
 */
export function gridDaysUsed(
  gridOwner: GridOwner | null,
  tariffName: string | null,
  from: LocalDate,
  to: LocalDate,
): string[] {
  const days: string[] = [];
  for (let date = from; gridOwner !== null && date <= to; date = addDays(date, 1)) {
    const energy = tariffOn(gridOwner, tariffName, date)?.tariff.energy;
    if (energy === undefined) continue;
    const charges = hoursOfDay.map((hour) => energyChargeAt(energy, date, hour).orePerKwh);
    days.push(`grid/${date}/${sha256Hex(charges.join()).slice(0, 8)}`);
  }
  return days;
}
