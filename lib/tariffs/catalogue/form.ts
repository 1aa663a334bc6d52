import type { LocalDate } from '../../time/index.ts';
import type {
  CapacityCharge,
  CapacityMethod,
  CustomerGroup,
  DayKind,
  EnergyCharge,
  GridOwner,
  GridTariff,
} from '../grid-owner.ts';

export const homes: readonly CustomerGroup[] = ['household', 'cabin'];
export const everyone: readonly CustomerGroup[] = ['household', 'cabin', 'small-business'];

/** One owner of the catalogue. */
export function owner(of: Omit<GridOwner, 'ownDays'>): GridOwner {
  return { ...of, ownDays: [] };
}

type Span = Pick<GridTariff, 'from' | 'until' | 'customerGroups'>;

/** From a first day to the first day after, and for whom. */
export function span(
  from: LocalDate,
  until: LocalDate | null,
  customerGroups: readonly CustomerGroup[],
): Span {
  return { from, until, customerGroups };
}

/** One row of an owner. No owner has had two at once for the same customers since 2025, so none has a name. */
export function tariff(of: Span, energy: EnergyCharge, capacity: CapacityCharge): GridTariff {
  return { ...of, name: null, energy, capacity };
}

/** `[6, 21]` is 06:00–21:59:59; what is left out matches always. */
interface Exception {
  readonly name: string;
  readonly hours?: readonly [from: number, to: number];
  readonly days?: readonly DayKind[];
  readonly months?: readonly number[];
  readonly ore: number;
}

/** Base price, then what replaces it, øre/kWh. */
export function energy(baseOrePerKwh: number, ...exceptions: readonly Exception[]): EnergyCharge {
  return {
    baseOrePerKwh,
    exceptions: exceptions.map(({ name, hours, days, months, ore }) => ({
      name,
      hours: hours === undefined ? null : [{ from: hours[0], to: hours[1] }],
      days: days ?? null,
      months: months ?? null,
      orePerKwh: ore,
    })),
  };
}

/** The usual rule: three highest days of the month, a threshold belongs to the step above it. kW, and kr/year for each. */
export function topThree(kw: readonly number[], nokPerYear: readonly number[]): CapacityCharge {
  return steps('top-three-days', true, kw, nokPerYear);
}

/** Any other rule. Throws where thresholds and prices are not as many. */
export function steps(
  method: CapacityMethod,
  thresholdIncluded: boolean | null,
  thresholds: readonly number[],
  nokPerYear: readonly number[],
): CapacityCharge {
  if (thresholds.length !== nokPerYear.length) throw new RangeError('as many prices as thresholds');
  return {
    method,
    thresholdIncluded,
    steps: nokPerYear.map((price, i) => ({ from: thresholds[i] ?? 0, nokPerYear: price })),
  };
}
