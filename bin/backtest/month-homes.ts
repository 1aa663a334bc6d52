import { addDays, dayEnd, dayStart, HOUR_MS, type Instant, localDate } from '../../lib/time/index.ts';
import type { Market } from './market.ts';
import { addWeeks, type PriceSpan } from './move-session.ts';
import { hoursOf, type Session } from './session.ts';

const WEEK_MS = 7 * 24 * HOUR_MS;
const LEAST_SESSIONS = 8;
/** A problem has at most 300 slots; with the hours of the day before plug-in that is a little over eleven days. */
const MOST_HOURS = 270;

/** One home's charging in a calendar month of the price span: sessions that do not overlap, in order, each wholly inside. */
export interface HomeMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly fromAt: Instant;
  readonly untilAt: Instant;
  readonly sessions: readonly Session[];
}

/**
 * Each user's first month of at least eight sessions, moved by whole weeks (all its sessions by as many) to a whole month that prices cover:
 * to the first such month for the first user, to the second for the next, going round. Users come in the order of the table.
 */
export function homeMonths(
  sessions: readonly Session[],
  { span, paid }: Pick<Market, 'span' | 'paid'>,
): HomeMonth[] {
  const months = wholeMonths(span);
  const isPriced = ({ plugInAt, plugOutAt }: Session) =>
    hoursOf(plugInAt, plugOutAt).every((hourAt) => Number.isFinite(paid(hourAt)));
  const homes: HomeMonth[] = [];
  for (const [user, own] of Map.groupBy(sessions, (session) => session.user)) {
    const target = months[homes.length % Math.max(1, months.length)];
    if (user === null || !target) continue;
    const found = firstFullMonth(
      own.toSorted((a, b) => a.plugInAt - b.plugInAt),
      target,
      isPriced,
    );
    if (found) homes.push(found);
  }
  return homes;
}

function wholeMonths({ fromAt, untilAt }: PriceSpan): Omit<HomeMonth, 'sessions'>[] {
  const months: Omit<HomeMonth, 'sessions'>[] = [];
  for (let date = `${localDate(fromAt).slice(0, 7)}-01`; dayStart(date) < untilAt; date = nextMonth(date)) {
    const month = {
      month: date.slice(0, 7),
      fromAt: dayStart(date),
      untilAt: dayEnd(addDays(nextMonth(date), -1)),
    };
    if (month.fromAt >= fromAt && month.untilAt <= untilAt) months.push(month);
  }
  return months;
}

function nextMonth(date: string): string {
  return `${addDays(`${date.slice(0, 7)}-01`, 31).slice(0, 7)}-01`;
}

function firstFullMonth(
  own: readonly Session[],
  target: Omit<HomeMonth, 'sessions'>,
  isPriced: (session: Session) => boolean,
): HomeMonth | null {
  const months = new Set(own.map(({ plugInAt }) => `${localDate(plugInAt).slice(0, 7)}-01`));
  for (const date of months) {
    const weeks = Math.round((target.fromAt - dayStart(date)) / WEEK_MS);
    const all = own.map((session) => moved(session, weeks));
    const sessions = withoutOverlaps(all, target).filter(isPriced);
    if (sessions.length >= LEAST_SESSIONS) return { ...target, sessions };
  }
  return null;
}

function moved(session: Session, weeks: number): Session {
  const plugInAt = addWeeks(session.plugInAt, weeks);
  return { ...session, plugInAt, plugOutAt: plugInAt + (session.plugOutAt - session.plugInAt) };
}

/** A charging point serves one car at a time: what overlaps an earlier session is left out. */
function withoutOverlaps(
  sessions: readonly Session[],
  { fromAt, untilAt }: Pick<HomeMonth, 'fromAt' | 'untilAt'>,
): Session[] {
  const kept: Session[] = [];
  let freeAt = fromAt;
  for (const session of sessions) {
    const { plugInAt, plugOutAt, kwh } = session;
    if (plugInAt < freeAt || plugOutAt > untilAt || plugOutAt <= plugInAt || kwh <= 0) continue;
    if (plugOutAt - plugInAt > MOST_HOURS * HOUR_MS) continue;
    kept.push(session);
    freeAt = plugOutAt;
  }
  return kept;
}
