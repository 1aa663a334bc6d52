import type { Instant } from '../../lib/time/index.ts';
import type { BacktestResult } from './run-sessions.ts';

/** What the command prints as JSON. */
export interface BacktestAnswer {
  readonly sessions: number;
  readonly skipped: Readonly<Record<string, number>>;
  readonly energyKwh: number;
  readonly costNok: {
    readonly service: number;
    readonly chargeNow: number;
    readonly perfectForesight: number;
  };
  /** Of the cost of charging at once; null where that is nothing. */
  readonly savedPercent: number | null;
  /** Of what perfect foresight saves; null where that is nothing. */
  readonly capturedPercent: number | null;
  /** Energy missing at plug-out; of that `unavoidableKwh` was missing with full power from the first minute too. */
  readonly shortfallKwh: number;
  readonly unavoidableKwh: number;
  /** Missing in sessions that charging at once would have brought more to, session by session. */
  readonly avoidableKwh: number;
  /** The clock hour in which all sessions together took the most. */
  readonly peakHourKw: { readonly service: number; readonly chargeNow: number };
  readonly plans: number;
  readonly plansPerSecond: number;
  readonly worstGapNok: number;
}

export function answerOf({
  totals,
  skipped,
  plans,
  plansPerSecond,
  worstGapNok,
}: BacktestResult): BacktestAnswer {
  const { service, chargeNow, perfectForesight } = totals.costNok;
  return {
    sessions: totals.sessions,
    skipped: Object.fromEntries(skipped),
    energyKwh: rounded(totals.kwh.service, 3),
    costNok: {
      service: rounded(service, 4),
      chargeNow: rounded(chargeNow, 4),
      perfectForesight: rounded(perfectForesight, 4),
    },
    savedPercent: percent(chargeNow - service, chargeNow),
    capturedPercent: percent(chargeNow - service, chargeNow - perfectForesight),
    shortfallKwh: rounded(Math.max(0, totals.wantedKwh - totals.kwh.service), 3),
    unavoidableKwh: rounded(Math.max(0, totals.wantedKwh - totals.kwh.chargeNow), 3),
    avoidableKwh: rounded(totals.avoidableKwh, 3),
    peakHourKw: { service: peak(totals.hourKwh.service), chargeNow: peak(totals.hourKwh.chargeNow) },
    plans,
    plansPerSecond: Math.round(plansPerSecond),
    worstGapNok,
  };
}

/** Below a tenth of an øre there is nothing to share. */
const NOTHING_NOK = 0.001;

function percent(part: number, whole: number): number | null {
  return Math.abs(whole) < NOTHING_NOK ? null : rounded((100 * part) / whole, 2);
}

function peak(hourKwh: ReadonlyMap<Instant, number>): number {
  let most = 0;
  for (const kwh of hourKwh.values()) most = Math.max(most, kwh);
  return rounded(most, 2);
}

function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale + 0;
}
