import type { Instant } from '../../lib/time/index.ts';
import type { Charged } from './live-session.ts';
import type { HourPrice } from './market.ts';

/** Ways to charge that are compared. */
const ways = ['service', 'chargeNow', 'perfectForesight'] as const;
type Way = (typeof ways)[number];

/** Sums over sessions. */
export interface Totals {
  sessions: number;
  wantedKwh: number;
  readonly costNok: Record<Way, number>;
  readonly kwh: Record<Way, number>;
  /** Missing at plug-out, though charging at once would have brought it. */
  avoidableKwh: number;
  /** All sessions together by clock hour. */
  readonly hourKwh: Record<'service' | 'chargeNow', Map<Instant, number>>;
}

export function noTotals(): Totals {
  return {
    sessions: 0,
    wantedKwh: 0,
    costNok: { service: 0, chargeNow: 0, perfectForesight: 0 },
    kwh: { service: 0, chargeNow: 0, perfectForesight: 0 },
    avoidableKwh: 0,
    hourKwh: { service: new Map(), chargeNow: new Map() },
  };
}

/** Adds a session. Every way is priced by what is really paid. */
export function addSession(
  totals: Totals,
  wantedKwh: number,
  charged: Record<Way, Charged>,
  paid: HourPrice,
): void {
  totals.sessions += 1;
  totals.wantedKwh += wantedKwh;
  const kwh = { service: 0, chargeNow: 0, perfectForesight: 0 };
  for (const way of ways) {
    for (const [hourAt, hourKwh] of charged[way]) {
      kwh[way] += hourKwh;
      totals.costNok[way] += hourKwh * paid(hourAt);
    }
    totals.kwh[way] += kwh[way];
  }
  for (const way of ['service', 'chargeNow'] as const) addHours(totals.hourKwh[way], charged[way]);
  totals.avoidableKwh += Math.max(0, kwh.chargeNow - kwh.service);
}

function addHours(hourKwh: Map<Instant, number>, charged: Charged): void {
  for (const [hourAt, kwh] of charged) hourKwh.set(hourAt, (hourKwh.get(hourAt) ?? 0) + kwh);
}
