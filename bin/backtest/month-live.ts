import { monthSteps } from '../../lib/forecast/index.ts';
import { cutSlots, type Problem } from '../../lib/planning/index.ts';
import {
  dayStart,
  HOUR_MS,
  hourStart,
  type Instant,
  isoLocal,
  localDate,
  QUARTER_MS,
  quarterStart,
} from '../../lib/time/index.ts';
import { HouseSight } from './house-sight.ts';
import type { HomeMonth } from './month-homes.ts';
import { MonthMeter } from './month-meter.ts';
import type { MonthWorld } from './month-world.ts';
import { hoursOf, type Session } from './session.ts';

/** Less is nothing, kWh. */
const TINY_KWH = 1e-6;
/** The hour is planned anew where the meter shows something else than was reckoned with, kW. */
const NEWS_KW = 0.001;

/** What runs in a clock hour, and the mean load of the house that it was planned on. */
interface Running {
  readonly hourAt: Instant;
  readonly houseKw: number;
  readonly powerKw: number;
}

/**
 * The month as the service lives it: planned at each plug-in, anew with each clock hour, and within the hour by the quarters that a live
 * meter has shown. It knows what is over of the house, a forecast of the rest, the peaks of the month so far and the prices
 * published by then. The hour's energy is drawn evenly over what is left of it.
 */
export async function monthLive(home: HomeMonth, world: MonthWorld): Promise<MonthMeter> {
  const meter = new MonthMeter(home, world.houseKw);
  for (const session of home.sessions) await liveThrough(session, meter, world);
  return meter;
}

async function liveThrough(session: Session, meter: MonthMeter, world: MonthWorld): Promise<void> {
  const sight = new HouseSight(world.houseKw, world.meter);
  const { plugInAt, plugOutAt } = session;
  let leftKwh = session.kwh;
  let running: Running | null = null;
  for (let at = quarterStart(plugInAt); at < plugOutAt && leftKwh > TINY_KWH; at += QUARTER_MS) {
    const now = Math.max(at, plugInAt);
    const left = { ...session, plugInAt: now, kwh: leftKwh };
    running = await runningAt(left, running, sight, meter, world);
    // The charger itself keeps the fuse.
    const roomKw = Math.max(0, world.fuseKw - world.houseKw(at));
    const hours = (Math.min(at + QUARTER_MS, plugOutAt) - now) / HOUR_MS;
    const kwh = Math.min(Math.min(running.powerKw, roomKw) * hours, leftKwh);
    meter.charge(at, kwh);
    leftKwh -= kwh;
  }
}

/** What goes on from this moment: as it runs where nothing is new, else as planned anew. */
async function runningAt(
  left: Session,
  before: Running | null,
  sight: HouseSight,
  meter: MonthMeter,
  world: MonthWorld,
): Promise<Running> {
  const now = left.plugInAt;
  const hourAt = hourStart(now);
  if (before?.hourAt === hourAt && !hasNews(sight.hourSoFarKw(now), before.houseKw)) return before;
  const day = { fromAt: dayStart(localDate(now)), untilAt: left.plugOutAt };
  const seen = sight.hours(now, day);
  const { powerKw } = await world.planner(problemAt(left, day.fromAt, seen, sight, meter, world));
  const current = (hourAt - day.fromAt) / HOUR_MS;
  const hours = (Math.min(hourAt + HOUR_MS, left.plugOutAt) - now) / HOUR_MS;
  return { hourAt, houseKw: seen.get(hourAt) ?? 0, powerKw: (powerKw[0]?.[current] ?? 0) / hours };
}

function hasNews(shownKw: number | null, reckonedKw: number): boolean {
  return shownKw !== null && Math.abs(shownKw - reckonedKw) >= NEWS_KW;
}

/** From the first hour of today, because today's highest hour so far counts; until plug-out. */
function problemAt(
  left: Session,
  firstAt: Instant,
  seen: ReadonlyMap<Instant, number>,
  sight: HouseSight,
  meter: MonthMeter,
  world: MonthWorld,
): Problem {
  const { steps, maxKw, fuseKw, market } = world;
  const now = left.plugInAt;
  const hourAt = hourStart(now);
  const hours = hoursOf(firstAt, left.plugOutAt).map((startAt) => ({ startAt, minutes: 60 as const }));
  const price = market.expected(now, left.plugOutAt);
  const slots = hours.map(({ startAt, minutes }) => ({
    start: isoLocal(startAt),
    minutes,
    importPrice: startAt < hourAt ? 0 : price(startAt),
    baseLoadKw: (seen.get(startAt) ?? 0) + meter.carKwhIn(startAt),
  }));
  const vehicle = {
    ...{ capacityKwh: left.kwh, soc: 0, targetSoc: 1, efficiency: 1, maxKw },
    ...{ arriveSlot: (hourAt - firstAt) / HOUR_MS, departSlot: hours.length },
    slotMaxKw: cutSlots(hours, { fromAt: now, untilAt: left.plugOutAt }, maxKw),
  };
  const month = monthSteps({
    steps,
    peaksKw: meter.dayPeaks(firstAt, (fromAt, untilAt) => sight.hours(now, { fromAt, untilAt })),
    hours: slots.map(({ baseLoadKw }, t) => ({ startAt: firstAt + t * HOUR_MS, kw: baseLoadKw })),
  });
  return { slots, vehicles: [vehicle], fuseKw, ...month };
}
