import { ServiceError } from '../../platform/index.ts';
import type { EnergyCharge, GridTariff } from '../../tariffs/index.ts';
import {
  addDays,
  dayEnd,
  dayStart,
  HOUR_MS,
  type Instant,
  type LocalDate,
  localHour,
} from '../../time/index.ts';
import { gridTariffSchema } from '../grid-owner-schema.ts';
import type { ToldTariff } from './answer-schema.ts';
import { capacityOf } from './capacity-of.ts';

/**
 * A told day as a tariff that holds that one Europe/Oslo day; null where the day is not told yet. Throws `bad-answer` where
 * it is not whole, contradicts itself or cannot be true.
 */
export function dayTariff(told: ToldTariff, date: LocalDate): GridTariff | null {
  const { hours, priceInfo } = told.tariffPrice;
  if (!hours?.length) return null;
  const inDay = hoursOfDay(date).map((startAt) => {
    const [hour, ...others] = hours.filter((one) => one.startTime === startAt);
    if (!hour || others.length > 0 || hour.expiredAt - startAt !== HOUR_MS) throw refused();
    return hour;
  });
  const orePerKwh = inDay.map(({ energyPrice }) => {
    const nokPerKwh = theOne(priceInfo.energyPrices, energyPrice.id).energyExTaxes;
    return Number((nokPerKwh * 100).toFixed(4));
  });
  const [fixedPriceId = '', ...others] = new Set(inDay.map(({ fixedPrice }) => fixedPrice.id));
  if (others.length > 0) throw refused();
  const { levels } = theOne(priceInfo.fixedPrices, fixedPriceId);
  const { data } = gridTariffSchema.safeParse({
    from: date,
    until: addDays(date, 1),
    name: null,
    customerGroups: ['household', 'cabin'],
    energy: energyOf(orePerHour(date, orePerKwh)),
    capacity: capacityOf(told.tariffType.fixedPriceConfiguration, levels),
  } satisfies GridTariff);
  if (!data) throw refused();
  return data;
}

function refused(): ServiceError {
  return new ServiceError('bad-answer', { retryable: true });
}

function theOne<Item extends { readonly id: string }>(items: readonly Item[], id: string): Item {
  const [found, ...others] = items.filter((item) => item.id === id);
  if (!found || others.length > 0) throw refused();
  return found;
}

function hoursOfDay(date: LocalDate): Instant[] {
  const startAt = dayStart(date);
  return Array.from({ length: (dayEnd(date) - startAt) / HOUR_MS }, (_, i) => startAt + i * HOUR_MS);
}

/** By clock hour. A tariff knows an hour by its label, and in autumn one label is told twice: both must say the same. */
function orePerHour(date: LocalDate, orePerKwh: readonly number[]): ReadonlyMap<number, number> {
  const told = new Map<number, number>();
  for (const [i, startAt] of hoursOfDay(date).entries()) {
    const hour = localHour(startAt);
    const ore = orePerKwh[i] ?? 0;
    if ((told.get(hour) ?? ore) !== ore) throw refused();
    told.set(hour, ore);
  }
  return told;
}

/** The lowest price as the base, and an exception for each other. */
function energyOf(told: ReadonlyMap<number, number>): EnergyCharge {
  const baseOrePerKwh = Math.min(...told.values());
  const prices = new Set([...told.values()].filter((ore) => ore !== baseOrePerKwh));
  return {
    baseOrePerKwh,
    exceptions: [...prices].map((orePerKwh) => ({
      name: 'Høylast',
      hours: spans([...told].filter(([, ore]) => ore === orePerKwh).map(([hour]) => hour)),
      days: null,
      months: null,
      orePerKwh,
    })),
  };
}

/** Ascending hours as spans: 6, 7, 8, 20 → 6–8, 20–20. */
function spans(hours: readonly number[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const hour of hours) {
    const last = found.at(-1);
    if (last?.to === hour - 1) last.to = hour;
    else found.push({ from: hour, to: hour });
  }
  return found;
}
