import { cutSlots, type Plan, type Problem } from '../../lib/planning/index.ts';
import { type Instant, isoLocal, nextLocalTime } from '../../lib/time/index.ts';
import { type HourPrice, type Market, PUBLISHED } from './market.ts';
import { hoursOf, type Session } from './session.ts';

/** Grid kWh by start of the clock hour. */
export type Charged = ReadonlyMap<Instant, number>;
export type Planner = (problem: Problem) => Promise<Pick<Plan, 'powerKw'>>;

/** Less is nothing, kWh. */
const TINY_KWH = 1e-6;

/**
 * The session as the service lives it: planned at plug-in on the prices published by then and the forecast beyond them, carried out
 * until new prices that concern it are published, and planned anew with what is left.
 */
export async function liveSession(
  session: Session,
  market: Market,
  maxKw: number,
  planner: Planner,
): Promise<Charged> {
  const charged = new Map<Instant, number>();
  const { plugOutAt } = session;
  let leftKwh = session.kwh;
  for (let now = session.plugInAt; now < plugOutAt && leftKwh > TINY_KWH; ) {
    const isAllKnown = market.publishedUntil(now) >= plugOutAt;
    const nextAt = isAllKnown ? plugOutAt : Math.min(plugOutAt, nextLocalTime(now, PUBLISHED));
    const stay = { fromAt: now, untilAt: plugOutAt, kwh: leftKwh };
    for (const [hourAt, kwh] of await plannedKwh(stay, market.expected(now, plugOutAt), maxKw, planner)) {
      if (hourAt >= nextAt) break;
      charged.set(hourAt, (charged.get(hourAt) ?? 0) + kwh);
      leftKwh -= kwh;
    }
    now = nextAt;
  }
  return charged;
}

/** The cheapest way with every price known at plug-in. */
export async function bestInHindsight(
  { plugInAt, plugOutAt, kwh }: Session,
  { paid }: Market,
  maxKw: number,
  planner: Planner,
): Promise<Charged> {
  return await plannedKwh({ fromAt: plugInAt, untilAt: plugOutAt, kwh }, paid, maxKw, planner);
}

/** Full power from plug-in until done. */
export function chargeNow({ plugInAt, plugOutAt, kwh }: Session, maxKw: number): Charged {
  const hours = hoursOf(plugInAt, plugOutAt).map((startAt) => ({ startAt, minutes: 60 as const }));
  const mostKwh = cutSlots(hours, { fromAt: plugInAt, untilAt: plugOutAt }, maxKw);
  let leftKwh = kwh;
  const charged = new Map<Instant, number>();
  for (const [i, { startAt }] of hours.entries()) {
    const part = Math.min(leftKwh, mostKwh[i] ?? 0);
    charged.set(startAt, part);
    leftKwh -= part;
  }
  return charged;
}

interface Stay {
  readonly fromAt: Instant;
  readonly untilAt: Instant;
  readonly kwh: number;
}

/** One car whose battery has room for just the energy of the session; the hours in which it comes and goes are cut. */
async function plannedKwh(
  { fromAt, untilAt, kwh }: Stay,
  price: HourPrice,
  maxKw: number,
  planner: Planner,
): Promise<Charged> {
  const hours = hoursOf(fromAt, untilAt).map((startAt) => ({ startAt, minutes: 60 as const }));
  const plan = await planner({
    slots: hours.map(({ startAt, minutes }) => ({
      start: isoLocal(startAt),
      minutes,
      importPrice: price(startAt),
    })),
    vehicles: [
      {
        ...{ capacityKwh: kwh, soc: 0, targetSoc: 1, efficiency: 1, maxKw },
        ...{ arriveSlot: 0, departSlot: hours.length },
        slotMaxKw: cutSlots(hours, { fromAt, untilAt }, maxKw),
      },
    ],
  });
  return new Map(hours.map(({ startAt }, t) => [startAt, plan.powerKw[0]?.[t] ?? 0]));
}
