import type { Plan, Prices, Vehicle } from '../api/types.ts';
import type { Span } from '../picture/picture-span.ts';
import { quartersOf } from '../picture/quarters.ts';
import { type Instant, instant, osloHours, osloMidnights, QUARTER_MS } from '../time/oslo.ts';

/** A quarter hour of the whole house. Powers are means, kW. */
interface JointQuarter {
  readonly startAt: Instant;
  /** øre/kWh as the customer pays it; null where it is not known. */
  readonly price: number | null;
  readonly isGuess: boolean;
  /** What the house itself is expected to draw; null where no plan tells it. */
  readonly houseKw: number | null;
  /** Of each car, in their order on the page. */
  readonly carsKw: readonly number[];
  /** House and cars together. */
  readonly totalKw: number;
}

/** What the picture of several cars shows, as data: drawing and table are made from it. */
export interface JointModel {
  readonly span: Span;
  readonly quarters: readonly JointQuarter[];
  /** A plan that was made for several cars as one: what it says of the home is true of all; null where there is none. */
  readonly shared: Plan | null;
  readonly hours: readonly Instant[];
  readonly midnights: readonly Instant[];
  /** Null where the customer has not told the fuse. */
  readonly fuseKw: number | null;
  /** What plans keep below, under the fuse: nobody measures the house. Null where no plan had to. */
  readonly limitKw: number | null;
  /** The quarter with most power in which some car charges; null where none does. */
  readonly fullest: JointQuarter | null;
  /** Top of the power scale, kW. */
  readonly topKw: number;
  /** Ends of the price scale, øre/kWh: zero always in sight. */
  readonly prices: readonly [low: number, high: number];
}

/** Hours between labels on the time axis. */
const LABEL_HOURS = 3;

/** Null where fewer than two cars have plans to share the house's power. */
export function jointModel(
  vehicles: readonly Vehicle[],
  prices: Prices | null,
  fuseKw: number | null,
): JointModel | null {
  const plans = vehicles.flatMap(({ plan }) => (plan && plan.slots.length > 0 ? [plan] : []));
  if (plans.length < 2) return null;
  const span = spanOf(plans);
  const quarters = jointQuarters(vehicles, prices, span);
  const charging = quarters.filter(({ carsKw }) => carsKw.some((kw) => kw > 0));
  const known = quarters.flatMap(({ price }) => (price === null ? [] : [price]));
  return {
    span,
    quarters,
    shared: plans.find(({ together }) => together > 1) ?? null,
    hours: osloHours(span.fromAt, span.untilAt, LABEL_HOURS),
    midnights: osloMidnights(span.fromAt, span.untilAt),
    fuseKw,
    limitKw: fuseKw === null ? null : (plans.find((plan) => plan.fuseKw !== null)?.fuseKw ?? null),
    fullest: charging.toSorted((one, other) => other.totalKw - one.totalKw)[0] ?? null,
    topKw: Math.max(1, fuseKw ?? 0, ...quarters.map(({ totalKw }) => totalKw)) * 1.12,
    prices: [Math.min(0, ...known), Math.max(20, ...known) * 1.08],
  };
}

/** What the plans tell of: outside, nobody says what the house draws. */
function spanOf(plans: readonly Plan[]): Span {
  const starts = plans.flatMap(({ slots }) => slots.map(({ start }) => instant(start)));
  return { fromAt: Math.min(...starts), untilAt: Math.max(...starts) + QUARTER_MS };
}

function jointQuarters(vehicles: readonly Vehicle[], prices: Prices | null, span: Span): JointQuarter[] {
  const powers = vehicles.map(({ plan }) => new Map(plan?.slots.map((slot) => [instant(slot.start), slot])));
  const priced = vehicles.map(({ plan }) => quartersOf(span, prices, plan));
  return (priced[0] ?? []).map(({ startAt }, index) => {
    const told = priced.map((quarters) => quarters[index]).find((quarter) => quarter?.price != null);
    const slots = powers.map((power) => power.get(startAt));
    const houseKw = slots.find((slot) => slot?.houseKw != null)?.houseKw ?? null;
    const carsKw = slots.map((slot) => slot?.powerKw ?? 0);
    return {
      startAt,
      price: told?.price ?? null,
      isGuess: told?.isGuess ?? false,
      houseKw,
      carsKw,
      totalKw: carsKw.reduce((sum, kw) => sum + kw, houseKw ?? 0),
    };
  });
}
