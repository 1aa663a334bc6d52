import { cutSlots } from '../../lib/planning/index.ts';
import type { HomeMonth } from './month-homes.ts';
import { hourKw } from './month-loads.ts';
import { MonthMeter } from './month-meter.ts';
import type { MonthWorld } from './month-world.ts';
import { hoursOf, type Session } from './session.ts';

/** What a session can take at most in each of its clock hours beside the house, kWh. */
export function mostKwh({ plugInAt, plugOutAt }: Session, { houseKw, maxKw, fuseKw }: MonthWorld): number[] {
  const hours = hoursOf(plugInAt, plugOutAt).map((startAt) => ({ startAt, minutes: 60 as const }));
  const cut = cutSlots(hours, { fromAt: plugInAt, untilAt: plugOutAt }, 1);
  return hours.map(
    ({ startAt }, i) => (cut[i] ?? 0) * Math.min(maxKw, Math.max(0, fuseKw - hourKw(houseKw, startAt))),
  );
}

/** The month with full power from each plug-in until done. */
export function monthNow(home: HomeMonth, world: MonthWorld): MonthMeter {
  const meter = new MonthMeter(home, world.houseKw);
  for (const session of home.sessions) {
    const most = mostKwh(session, world);
    let leftKwh = session.kwh;
    for (const [i, hourAt] of hoursOf(session.plugInAt, session.plugOutAt).entries()) {
      const kwh = Math.min(leftKwh, most[i] ?? 0);
      meter.charge(hourAt, kwh);
      leftKwh -= kwh;
    }
  }
  return meter;
}
