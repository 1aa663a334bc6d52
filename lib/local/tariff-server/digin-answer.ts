import { energyChargeAt, type GridTariff } from '../../tariffs/index.ts';
import {
  addDays,
  dayEnd,
  dayStart,
  HOUR_MS,
  type Instant,
  isoLocal,
  type LocalDate,
  localHour,
} from '../../time/index.ts';
import type { TariffFault } from './faults.ts';

/** How an implementation writes what the specification leaves open or gets wrong. */
export interface DiginForm {
  /** The specification's word, and Elvia's. */
  readonly levels: 'priceLevel' | 'priceLevels';
  /** Whether the lowest level has a `valueMin`. */
  readonly lowestIsNull: boolean;
}

/** Electricity tax and Enova fee of 2026, øre/kWh ex VAT: in the totals, and not in the bare charge. */
const TAXES_ORE = 7.13 + 1;
const VAT = 1.25;

/** Answer to `tariffquery` for one tariff and one Europe/Oslo day, in the form of DIGIN's Nettariff API 1.0. */
export function diginAnswer(
  tariff: GridTariff,
  date: LocalDate,
  form: DiginForm,
  fault: TariffFault | null,
): unknown {
  const startAt = dayStart(date);
  const hours = Array.from({ length: (dayEnd(date) - startAt) / HOUR_MS }, (_, i) => startAt + i * HOUR_MS);
  const told = fault?.kind === 'hole' ? hours.filter((_, i) => i !== 5) : hours;
  const priced = told.map((at, i) => ({ at, ore: oreAt(tariff, date, at) + shift(fault, i) }));
  return {
    gridTariffCollections: [
      {
        gridTariff: {
          tariffType: tariffType(date),
          tariffPrice: {
            hours: priced.map(({ at, ore }) => hourOf(at, ore)),
            priceInfo: {
              fixedPrices: [
                {
                  id: 'fixed-1',
                  startDate: date,
                  endDate: addDays(date, 1),
                  [form.levels]: levelsOf(tariff, form),
                },
              ],
              powerPrices: [],
              energyPrices: [...new Set(priced.map(({ ore }) => ore))].map((ore) =>
                energyPrice(ore, fault?.kind === 'totals-only'),
              ),
            },
          },
        },
        meteringPointsAndPriceLevels: [],
      },
    ],
  };
}

function oreAt(tariff: GridTariff, date: LocalDate, at: Instant): number {
  return energyChargeAt(tariff.energy, date, localHour(at)).orePerKwh;
}

function shift(fault: TariffFault | null, i: number): number {
  if (fault?.kind === 'moved') return fault.orePerKwh;
  return fault?.kind === 'rising' ? fault.orePerKwh * i : 0;
}

function tariffType(date: LocalDate): unknown {
  return {
    tariffKey: 'private_tou_daynight',
    product: 'PRIVAT',
    companyName: 'ELVIA AS',
    companyOrgNo: '980489698',
    title: 'Nettleie',
    consumptionFlag: true,
    lastUpdated: `${date}T00:00:00+01:00`,
    usePublicHolidayPrices: true,
    useWeekendPrices: true,
    fixedPriceConfiguration: {
      basis: 'monthlymax',
      maxhoursPerDay: 1,
      daysPerMonth: 3,
      allDaysPerMonth: false,
      maxhoursPerMonth: 3,
      months: 1,
    },
    powerPriceConfiguration: null,
    resolution: 60,
    description: '',
  };
}

function hourOf(at: Instant, ore: number): unknown {
  return {
    startTime: isoLocal(at),
    expiredAt: isoLocal(at + HOUR_MS),
    shortName: `${String(localHour(at)).padStart(2, '0')}00`,
    isPublicHoliday: false,
    fixedPrice: { id: 'fixed-1', hourId: 'fixed-hour-1' },
    powerPrice: null,
    energyPrice: {
      id: energyId(ore),
      total: nok((ore + TAXES_ORE) * VAT),
      totalExVat: nok(ore + TAXES_ORE),
    },
  };
}

function energyPrice(ore: number, isWithoutBare: boolean): unknown {
  return {
    id: energyId(ore),
    season: 'year',
    level: 'NORMAL',
    total: nok((ore + TAXES_ORE) * VAT),
    totalExVat: nok(ore + TAXES_ORE),
    ...(isWithoutBare ? {} : { energyExTaxes: nok(ore) }),
    taxes: nok((ore + TAXES_ORE) * VAT - ore),
    currency: 'NOK',
    monetaryUnitOfMeasure: 'kr/kWh',
  };
}

function energyId(ore: number): string {
  return `energy-${nok(ore)}`;
}

function levelsOf({ capacity }: GridTariff, form: DiginForm): unknown[] {
  return capacity.steps.map(({ from, nokPerYear }, i) => ({
    id: `level-${i}`,
    valueMin: i === 0 && form.lowestIsNull ? null : from,
    valueMax: capacity.steps[i + 1]?.from ?? null,
    nextIdDown: i === 0 ? null : `level-${i - 1}`,
    nextIdUp: i + 1 < capacity.steps.length ? `level-${i + 1}` : null,
    valueUnitOfMeasure: 'kWh/h',
    monthlyTotal: (nokPerYear / 12) * VAT,
    monthlyTotalExVat: nokPerYear / 12,
    monthlyExTaxes: nokPerYear / 12,
    monthlyTaxes: (nokPerYear / 12) * (VAT - 1),
    monthlyUnitOfMeasure: 'kr/month',
    hourPrices: [],
    levelInfo: '',
    currency: 'NOK',
    monetaryUnitOfMeasure: 'kr/hour',
  }));
}

function nok(ore: number): number {
  return Number((ore / 100).toFixed(6));
}
