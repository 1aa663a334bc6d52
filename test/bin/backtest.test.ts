import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerOf } from '../../bin/backtest/answer.ts';
import { chargeNow, liveSession } from '../../bin/backtest/live-session.ts';
import { market } from '../../bin/backtest/market.ts';
import { moveSession } from '../../bin/backtest/move-session.ts';
import { runSessions } from '../../bin/backtest/run-sessions.ts';
import type { Session } from '../../bin/backtest/session.ts';
import type { Spot } from '../../lib/forecast/index.ts';
import { planCharging } from '../../lib/planning/index.ts';
import { type PriceBasis, shippedGridOwner } from '../../lib/tariffs/index.ts';
import {
  addDays,
  atLocalTime,
  dayEnd,
  dayStart,
  HOUR_MS,
  localDate,
  localHour,
  localTime,
  nextLocalTime,
  QUARTER_MS,
  weekdayOf,
} from '../../lib/time/index.ts';

const home: PriceBasis = {
  taxZone: 'sor',
  contract: { kind: 'spot', markupOrePerKwh: 0 },
  gridOwner: shippedGridOwner('elvia'),
  gridTariffName: null,
  kwhThisMonth: 0,
};
const MONDAY = '2025-11-03';
const maxKw = 7.4;

/** Days of hourly prices as quarters. */
const spotOf = (oreAt: (hour: number) => number, days = 7): Spot[] =>
  Array.from({ length: days * 96 }, (_, i) => ({
    startAt: dayStart(MONDAY) + i * QUARTER_MS,
    spotOrePerKwh: oreAt(Math.floor(i / 4)),
  }));

const session = (from: [string, string], until: [string, string], kwh: number): Session => ({
  user: null,
  plugInAt: atLocalTime(...from),
  plugOutAt: atLocalTime(...until),
  kwh,
});

const curve = fc.array(fc.integer({ min: -20, max: 150 }), { minLength: 7 * 24, maxLength: 7 * 24 });
const stay = fc
  .record({
    plugInMinute: fc.integer({ min: 0, max: 4 * 24 * 60 }),
    minutes: fc.integer({ min: 1, max: 70 * 60 }),
    kwh: fc.double({ min: 0.1, max: 90, noNaN: true }),
  })
  .map(({ plugInMinute, minutes, kwh }) => {
    const plugInAt = dayStart(MONDAY) + plugInMinute * 60_000;
    return { user: null, plugInAt, plugOutAt: plugInAt + minutes * 60_000, kwh };
  });

const plan = (problem: Parameters<typeof planCharging>[0]) =>
  planCharging(problem, { withExplanation: false });
const total = (charged: ReadonlyMap<number, number>) =>
  [...charged.values()].reduce((sum, kwh) => sum + kwh, 0);

describe('a session as the service lives it', () => {
  it('gets as much as charging at once would give, and never more than full power in the stay', async () => {
    await fc.assert(
      fc.asyncProperty(curve, stay, async (ore, lived) => {
        const { service, limits } = await liveAndLimits(ore, lived);
        expect(total(service)).toBeCloseTo(total(chargeNow(lived, maxKw)), 4);
        const over = [...service].filter(([hourAt, kwh]) => !(kwh >= 0 && kwh <= limits(hourAt)));
        expect(over).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it('never waits so long that full power could not meet the deadline, whatever prices do', async () => {
    await fc.assert(
      fc.asyncProperty(curve, stay, async (ore, lived) => {
        const asked: { leftKwh: number; mostKwh: number }[] = [];
        const noting: typeof plan = (problem) => {
          const { capacityKwh = 0, slotMaxKw = [] } = problem.vehicles[0] ?? {};
          asked.push({ leftKwh: capacityKwh, mostKwh: slotMaxKw.reduce((sum, kw) => sum + kw, 0) });
          return plan(problem);
        };
        const priced = market(
          home,
          spotOf((hour) => ore[hour] ?? 0),
        );
        await liveSession(lived, priced, maxKw, noting);
        const [first, ...later] = asked;
        if (!first) return;
        const lateKwh = Math.max(0, first.leftKwh - first.mostKwh) + 1e-4;
        expect(later.filter(({ leftKwh, mostKwh }) => leftKwh > mostKwh + lateKwh)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it('uses no price before it is published', async () => {
    await fc.assert(
      fc.asyncProperty(curve, curve, stay, async (ore, others, lived) => {
        const knownUntilAt = market(home, []).publishedUntil(lived.plugInAt);
        const firstUnknown = (knownUntilAt - dayStart(MONDAY)) / HOUR_MS;
        const changed = ore.map((own, hour) => (hour < firstUnknown ? own : (others[hour] ?? 0)));
        const [one, other] = [await liveAndLimits(ore, lived), await liveAndLimits(changed, lived)];
        const publishedAt = nextLocalTime(lived.plugInAt, '13:00');
        const soFar = (charged: ReadonlyMap<number, number>) =>
          [...charged].filter(([hourAt]) => hourAt < publishedAt);
        expect(soFar(other.service)).toEqual(soFar(one.service));
      }),
      { numRuns: 10 },
    );
  });

  it('plans anew when prices come: an hour that no forecast could know is used', async () => {
    // Every day the same, cheapest at midnight; but Wednesday 15:00 is nearly free, which Tuesday 13:00 tells.
    const free = 2 * 24 + 15;
    const spot = spotOf((hour) => (hour === free ? 1 : 40 + (hour % 24) / 10));
    const lived = session([addDays(MONDAY, 1), '08:10'], [addDays(MONDAY, 2), '18:00'], 5);
    const charged = await liveSession(lived, market(home, spot), maxKw, plan);
    expect(charged.get(dayStart(MONDAY) + free * HOUR_MS)).toBeCloseTo(5, 6);
  });
});

async function liveAndLimits(ore: readonly number[], lived: Session) {
  const service = await liveSession(
    lived,
    market(
      home,
      spotOf((hour) => ore[hour] ?? 0),
    ),
    maxKw,
    plan,
  );
  const limits = (hourAt: number) =>
    (maxKw * (Math.min(hourAt + HOUR_MS, lived.plugOutAt) - Math.max(hourAt, lived.plugInAt))) / HOUR_MS +
    1e-6;
  return { service, limits };
}

describe('the backtest', () => {
  it('prices a night worked out by hand', async () => {
    // Cheap from 02:00 to 04:00, 14.8 kWh: 16 kWh need 1.2 kWh more at the next best hour, 01:00.
    const ore = (hour: number) => ({ 1: 50, 2: 10, 3: 20 })[hour % 24] ?? 70;
    const night = session([MONDAY, '17:30'], [addDays(MONDAY, 1), '07:15'], 16);
    const result = await runSessions([night], market(home, spotOf(ore)), { maxKw, shift: true });
    const answer = answerOf(result);
    const nok = (kwh: number, spotOre: number, gridOre: number) =>
      (kwh * (spotOre + gridOre + 12.53 + 1) * 1.25) / 100;
    const { day, night: cheap } = energyOre();
    const service = nok(7.4, 10, cheap) + nok(7.4, 20, cheap) + nok(1.2, 50, cheap);
    expect(answer.costNok.service).toBeCloseTo(service, 3);
    expect(answer.costNok.perfectForesight).toBeCloseTo(service, 3);
    expect(answer.costNok.chargeNow).toBeCloseTo(nok(16, 70, day), 3);
    expect(answer).toMatchObject({ sessions: 1, energyKwh: 16, capturedPercent: 100, shortfallKwh: 0 });
    expect(answer.peakHourKw).toEqual({ service: 7.4, chargeNow: 7.4 });
    expect(answer.plans).toBe(1);
  });

  it('counts what is left out, and the energy that no charger of this power brings', async () => {
    const spot = spotOf(() => 50, 14).filter((_, i) => i !== 5 * 96 + 40);
    const sessions = [
      session([MONDAY, '10:00'], [MONDAY, '10:30'], 5),
      session([MONDAY, '10:00'], [MONDAY, '10:30'], 0),
      session([MONDAY, '10:00'], [MONDAY, '10:00'], 3),
      session([MONDAY, '10:00'], [addDays(MONDAY, 13), '10:00'], 3),
      session(['2025-11-08', '09:00'], ['2025-11-08', '11:00'], 3),
      session(['2020-01-06', '09:00'], ['2020-01-06', '11:00'], 3),
    ];
    const run = (shift: boolean) => runSessions(sessions, market(home, spot), { maxKw, shift });
    const answer = answerOf(await run(false));
    expect(answer.skipped).toEqual({ noEnergy: 1, noTime: 1, tooLong: 1, noPrices: 2 });
    expect(answer).toMatchObject({ sessions: 1, shortfallKwh: 1.3, unavoidableKwh: 1.3, savedPercent: 0 });
    expect(answer.capturedPercent).toBeNull();
    expect(answerOf(await run(true)).skipped.noPrices).toBe(1);
  });

  it('captures all that can be saved where every price is known', async () => {
    const norgespris = { ...home, contract: { kind: 'norgespris', markupOrePerKwh: 0 } } as const;
    const long = session([MONDAY, '09:00'], [addDays(MONDAY, 3), '12:40'], 60);
    const result = await runSessions(
      [long],
      market(
        norgespris,
        spotOf((h) => h % 90),
      ),
      { maxKw, shift: true },
    );
    expect(answerOf(result)).toMatchObject({ capturedPercent: 100, shortfallKwh: 0 });
  });
});

/** Elvia's energy charge by day and by night on a workday of the span. */
function energyOre() {
  const priced = market(
    { ...home, contract: { kind: 'norgespris', markupOrePerKwh: 0 } },
    spotOf(() => 40),
  );
  const grid = (time: string) => (priced.paid(atLocalTime(MONDAY, time)) * 100) / 1.25 - 40 - 12.53 - 1;
  return { day: grid('17:00'), night: grid('02:00') };
}

describe('a session that is moved', () => {
  const span = { fromAt: dayStart('2025-10-01'), untilAt: dayEnd('2025-12-31') };

  it('keeps weekday, wall-clock time and length, and lies where prices are', () => {
    const minute = fc.integer({ min: 0, max: 4 * 365 * 24 * 60 });
    fc.assert(
      fc.property(minute, fc.integer({ min: 1, max: 5 * 24 * 60 }), (start, minutes) => {
        const plugInAt = dayStart('2018-01-01') + start * 60_000;
        const told = { user: null, plugInAt, plugOutAt: plugInAt + minutes * 60_000, kwh: 1 };
        const moved = moveSession(told, span);
        expect(moved).not.toBeNull();
        if (!moved) return;
        expect(moved.plugInAt).toBeGreaterThanOrEqual(span.fromAt);
        expect(moved.plugOutAt).toBeLessThanOrEqual(span.untilAt);
        expect(moved.plugOutAt - moved.plugInAt).toBe(minutes * 60_000);
        expect(weekdayOf(localDate(moved.plugInAt))).toBe(weekdayOf(localDate(plugInAt)));
        expect(localTime(moved.plugInAt)).toBe(localTime(plugInAt));
        expect(localHour(moved.plugInAt)).toBe(localHour(plugInAt));
      }),
    );
  });

  it('stays where prices are already, and is left out where the span is too short', () => {
    const inside = session(['2025-12-31', '18:00'], ['2025-12-31', '23:00'], 4);
    expect(moveSession(inside, span)).toBe(inside);
    const long = session(['2020-01-06', '18:00'], ['2020-01-09', '18:00'], 4);
    expect(moveSession(long, { fromAt: span.fromAt, untilAt: span.fromAt + 48 * HOUR_MS })).toBeNull();
  });
});
