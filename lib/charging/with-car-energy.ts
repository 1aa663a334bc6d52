import type { CarHour, FinishedSession, Home, HomeVehicle } from '../homes/index.ts';
import { HOUR_MS, hourStart, type Instant, localDate } from '../time/index.ts';
import { clip, type Span } from './quarter-shares.ts';

/**
 * The home with what this car took since it was read last, in the clock hours it flowed in: the capacity fee counts those. Hours of
 * earlier days go.
 */
export function withCarEnergy(
  home: Home,
  before: HomeVehicle,
  after: HomeVehicle,
  finished: FinishedSession | null,
): Home {
  const meteredKwh = (finished ?? after.session)?.gridKwh ?? 0;
  const kwh = meteredKwh - (before.session?.gridKwh ?? 0);
  const untilAt = after.observed?.observedAt ?? 0;
  const fromAt = before.session?.meter.at ?? after.session?.pluggedInAt ?? untilAt;
  if (kwh <= 0 || untilAt <= fromAt) return home;
  const today = localDate(untilAt);
  const hours = new Map(home.carHours.map((hour): [Instant, number] => [hour.startAt, hour.kwh]));
  for (const hour of hourShares(flowedIn(before, { fromAt, untilAt }), kwh)) {
    hours.set(hour.startAt, (hours.get(hour.startAt) ?? 0) + hour.kwh);
  }
  const carHours = [...hours]
    .filter(([startAt]) => localDate(startAt) === today)
    .sort(([a], [b]) => a - b)
    .map(([startAt, hourKwh]) => ({ startAt, kwh: hourKwh }));
  return { ...home, carHours };
}

/** Between two readings the energy flowed while the plan let it; where it did not, at any time. */
function flowedIn({ mode, plan }: HomeVehicle, between: Span): Span[] {
  const windows = mode === 'plan' ? clip(plan?.windows ?? [], between) : [];
  return windows.length > 0 ? windows : [between];
}

function hourShares(spans: readonly Span[], kwh: number): CarHour[] {
  const totalMs = spans.reduce((sum, { fromAt, untilAt }) => sum + untilAt - fromAt, 0);
  return spans.flatMap(({ fromAt, untilAt }) => {
    const hours: CarHour[] = [];
    for (let startAt = hourStart(fromAt); startAt < untilAt; startAt += HOUR_MS) {
      const ms = Math.min(untilAt, startAt + HOUR_MS) - Math.max(fromAt, startAt);
      hours.push({ startAt, kwh: (kwh * ms) / totalMs });
    }
    return hours;
  });
}
