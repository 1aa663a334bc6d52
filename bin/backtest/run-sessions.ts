import { countedPlanner } from './counted-planner.ts';
import { bestInHindsight, chargeNow, liveSession } from './live-session.ts';
import type { Market } from './market.ts';
import { moveSession } from './move-session.ts';
import { hoursOf, type Session } from './session.ts';
import { addSession, noTotals, type Totals } from './totals.ts';

/** A problem has no more slots than this; of an hour each that is twelve days. */
const MOST_HOURS = 300;

export interface BacktestOptions {
  readonly maxKw: number;
  readonly shift: boolean;
  /** Called after each session. */
  readonly onSession?: () => void;
}

export interface BacktestResult {
  readonly totals: Totals;
  /** How many sessions were left out, by the reason. */
  readonly skipped: ReadonlyMap<SkipReason, number>;
  readonly plans: number;
  readonly plansPerSecond: number;
  readonly worstGapNok: number;
}

type SkipReason = 'noPrices' | 'noEnergy' | 'noTime' | 'tooLong';

/** Lives through the sessions one after the other; only sums are kept. */
export async function runSessions(
  sessions: Iterable<Session> | AsyncIterable<Session>,
  market: Market,
  { maxKw, shift, onSession }: BacktestOptions,
): Promise<BacktestResult> {
  const totals = noTotals();
  const skipped = new Map<SkipReason, number>([['noPrices', 0]]);
  const service = countedPlanner();
  const hindsight = countedPlanner();
  for await (const told of sessions) {
    const session = placed(told, market, shift);
    if (typeof session === 'string') skipped.set(session, (skipped.get(session) ?? 0) + 1);
    else {
      const charged = {
        service: await liveSession(session, market, maxKw, service.plan),
        chargeNow: chargeNow(session, maxKw),
        perfectForesight: await bestInHindsight(session, market, maxKw, hindsight.plan),
      };
      addSession(totals, session.kwh, charged, market.paid);
    }
    onSession?.();
  }
  const { plans, spentMs, worstGapNok } = service.counted;
  const plansPerSecond = spentMs > 0 ? plans / (spentMs / 1000) : 0;
  const worstGap = Math.max(worstGapNok, hindsight.counted.worstGapNok);
  return { totals, skipped, plans, plansPerSecond, worstGapNok: worstGap };
}

/** The session where prices are, or why it is left out. */
function placed(session: Session, { span, paid }: Market, shift: boolean): Session | SkipReason {
  if (session.kwh <= 0) return 'noEnergy';
  if (session.plugOutAt <= session.plugInAt) return 'noTime';
  const moved = shift ? moveSession(session, span) : session;
  if (moved === null) return 'noPrices';
  const hours = hoursOf(moved.plugInAt, moved.plugOutAt);
  if (hours.length > MOST_HOURS) return 'tooLong';
  return hours.every((hourAt) => Number.isFinite(paid(hourAt))) ? moved : 'noPrices';
}
