import { type HouseHour, houseForecast, monthSteps } from '../../lib/forecast/index.ts';
import { cutSlots, type Problem } from '../../lib/planning/index.ts';
import {
  addDays,
  dayStart,
  HOUR_MS,
  hourStart,
  type Instant,
  isoLocal,
  localDate,
} from '../../lib/time/index.ts';
import type { HomeMonth } from './month-homes.ts';
import { MonthMeter } from './month-meter.ts';
import type { MonthWorld } from './month-world.ts';
import { hoursOf, type Session } from './session.ts';

/** Less is nothing, kWh. */
const TINY_KWH = 1e-6;
/** How far back the house's hours are remembered. */
const REMEMBERED_DAYS = 28;

/**
 * The month as the service lives it: planned at each plug-in and anew with each clock hour, on the hours of the house that are over, a forecast
 * of the others, the peaks of the month so far and the prices published by then. What is planned for the hour is carried out.
 */
export async function monthLive(home: HomeMonth, world: MonthWorld): Promise<MonthMeter> {
  const meter = new MonthMeter(home, world.houseKw);
  for (const session of home.sessions) await liveThrough(session, meter, world);
  return meter;
}

async function liveThrough(session: Session, meter: MonthMeter, world: MonthWorld): Promise<void> {
  let leftKwh = session.kwh;
  for (const hourAt of hoursOf(session.plugInAt, session.plugOutAt)) {
    if (leftKwh <= TINY_KWH) return;
    const now = Math.max(hourAt, session.plugInAt);
    const { problem, current } = problemAt(now, { ...session, plugInAt: now, kwh: leftKwh }, meter, world);
    const plan = await world.planner(problem);
    const roomKw = Math.max(0, world.fuseKw - world.houseKw(hourAt));
    const kwh = Math.min(plan.powerKw[0]?.[current] ?? 0, roomKw, leftKwh);
    meter.charge(hourAt, kwh);
    leftKwh -= kwh;
  }
}

/** From the first hour of today, because today's highest hour so far counts; until plug-out. */
function problemAt(
  now: Instant,
  left: Session,
  meter: MonthMeter,
  world: MonthWorld,
): { problem: Problem; current: number } {
  const { steps, maxKw, fuseKw, market } = world;
  const firstAt = dayStart(localDate(now));
  const hours = hoursOf(firstAt, left.plugOutAt).map((startAt) => ({ startAt, minutes: 60 as const }));
  const current = (hourStart(now) - firstAt) / HOUR_MS;
  const price = market.expected(now, left.plugOutAt);
  const house = houseForecast(houseKnown(now, world), { fromAt: firstAt, untilAt: left.plugOutAt });
  const slots = hours.map(({ startAt, minutes }, t) => ({
    start: isoLocal(startAt),
    minutes,
    importPrice: t < current ? 0 : price(startAt),
    baseLoadKw: t < current ? meter.kwhIn(startAt) : (house[t]?.kw ?? 0),
  }));
  const vehicle = {
    ...{ capacityKwh: left.kwh, soc: 0, targetSoc: 1, efficiency: 1, maxKw },
    ...{ arriveSlot: current, departSlot: hours.length },
    slotMaxKw: cutSlots(hours, { fromAt: now, untilAt: left.plugOutAt }, maxKw),
  };
  const month = monthSteps({
    steps,
    peaksKw: meter.dayPeaks(firstAt),
    hours: hours.map(({ startAt }, t) => ({ startAt, kw: slots[t]?.baseLoadKw ?? 0 })),
  });
  return { problem: { slots, vehicles: [vehicle], fuseKw, ...month }, current };
}

function houseKnown(now: Instant, { houseKw, liveMeter }: MonthWorld) {
  const hours = (fromAt: Instant, untilAt: Instant): HouseHour[] =>
    hoursOf(fromAt, untilAt).map((startAt) => ({ startAt, kw: houseKw(startAt) }));
  const oldestAt = dayStart(addDays(localDate(now), -REMEMBERED_DAYS));
  return {
    now,
    metered: hours(oldestAt, hourStart(now)).filter(({ kw }) => Number.isFinite(kw)),
    liveKw: liveMeter ? houseKw(hourStart(now)) : null,
    yearlyKwh: null,
  };
}
