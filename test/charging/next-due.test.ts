import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intend } from '../../lib/charging/command-ledger.ts';
import { answered, failed } from '../../lib/charging/contact.ts';
import { nextDueAt } from '../../lib/charging/next-due.ts';
import { whyRead } from '../../lib/charging/when-to-read.ts';
import { shouldWake } from '../../lib/charging/when-to-wake.ts';
import type { PlanInForce } from '../../lib/homes/index.ts';
import { type HomeVehicle, newHome } from '../../lib/homes/index.ts';
import { localDate } from '../../lib/time/index.ts';
import { inOslo } from '../support/price-terms.ts';
import { anObservation, aVehicle, evening, hours, minutes, planned, seen } from './support/a-vehicle.ts';

const home = newHome({ customerId: 'c', ...inOslo, dueShard: 'NO1#0', createdAt: 0 });
const due = (vehicle: HomeVehicle, now: number) => nextDueAt({ ...home, vehicles: [vehicle] }, now);
const window = (planned().plan as PlanInForce).windows[0] as PlanInForce['windows'][number];
const contactFrom = (now: number) => answered({ nextReadAt: 0, failures: 0, wokenAt: null }, now);

describe('a home is due', () => {
  it('at the next quarter hour that is worth waiting for', () => {
    const vehicle = planned({ contact: contactFrom(evening + minutes(1)) });
    expect(due(vehicle, evening + minutes(1))).toBe(evening + minutes(15));
    expect(contactFrom(evening + minutes(13)).nextReadAt).toBe(evening + minutes(30));
  });

  it('at a window’s edges, to the minute', () => {
    const now = window.untilAt - minutes(3);
    const vehicle = {
      ...planned({ contact: contactFrom(now) }),
      observed: seen(now, { charge: 'charging' }),
    };
    expect(due(vehicle, now)).toBe(window.untilAt);
  });

  it('a minute early to call a car that sleeps', () => {
    const now = window.fromAt - minutes(10);
    const vehicle = { ...planned({ contact: contactFrom(now) }), observed: seen(now, { reach: 'asleep' }) };
    expect(due(vehicle, now)).toBe(window.fromAt - minutes(1));
    expect(shouldWake(vehicle, window.fromAt - minutes(2))).toBe(false);
    expect(shouldWake(vehicle, window.fromAt - minutes(1))).toBe(true);
  });

  it('ninety seconds after a command', () => {
    const vehicle = intend({ ...planned(), contact: contactFrom(evening) }, { kind: 'stop' }, 'c', evening);
    expect(due(vehicle, evening)).toBe(evening + 90_000);
  });

  it('never in the past, never at once, and not later than the next poll', () => {
    const any = fc.record({
      now: fc.integer({ min: evening, max: evening + hours(20) }),
      failures: fc.integer({ min: 0, max: 9 }),
      nextReadIn: fc.integer({ min: 1000, max: hours(6) }),
      woken: fc.option(fc.integer({ min: 0, max: hours(1) })),
      observed: anObservation(evening + hours(20)),
      isPlanned: fc.boolean(),
    });
    fc.assert(
      fc.property(any, ({ now, failures, nextReadIn, woken, observed, isPlanned }) => {
        const contact = {
          failures,
          nextReadAt: now + nextReadIn,
          wokenAt: woken === null ? null : now - woken,
        };
        const vehicle = { ...(isPlanned ? planned() : aVehicle()), observed, contact };
        const at = due(vehicle, now) ?? Number.NaN;
        expect(at).toBeGreaterThanOrEqual(now + 15_000);
        expect(at).toBeLessThanOrEqual(Math.max(contact.nextReadAt, now + 15_000));
      }),
    );
  });

  it('never again where no car can be reached any more', () => {
    expect(due(planned({ link: 'needs-relink' }), evening)).toBeNull();
    expect(nextDueAt(home, evening)).toBeNull();
  });
});

describe('a maker that fails is asked again', () => {
  const fail = (times: number, over: Partial<Parameters<typeof failed>[2]> = {}) => {
    let contact = contactFrom(evening);
    for (let i = 0; i < times; i += 1) {
      contact = failed(contact, evening, {
        retryAfterSeconds: undefined,
        pausedByUs: false,
        unit: 0,
        ...over,
      });
    }
    return (contact.nextReadAt - evening) / 60_000;
  };

  it('after 1, 2, 4, 8 and then every 15 minutes', () => {
    expect([1, 2, 3, 4, 5, 6].map((times) => fail(times))).toEqual([1, 2, 4, 8, 15, 15]);
    expect([1, 2, 3, 4, 5].map((times) => fail(times, { pausedByUs: true }))).toEqual([1, 2, 4, 5, 5]);
  });

  it('when it said, but within a quarter hour where the car stands paused by us', () => {
    expect(fail(1, { retryAfterSeconds: 36_000 })).toBe(360);
    expect(fail(1, { retryAfterSeconds: 36_000, pausedByUs: true })).toBe(15);
    expect(fail(1, { retryAfterSeconds: 300 })).toBe(5);
  });

  it('and not before, whatever hangs on it', () => {
    const vehicle = planned({ contact: { failures: 1, nextReadAt: evening + minutes(2), wokenAt: null } });
    expect(whyRead(vehicle, 'prices-arrived', evening)).toBeNull();
    expect(whyRead(vehicle, 'prices-arrived', evening + minutes(2))).toBe('purpose');
  });
});

describe('a sleeping car is woken', () => {
  const asleep = (now: number, over: Partial<HomeVehicle> = {}) => ({
    ...planned(),
    observed: seen(now, { reach: 'asleep' as const }),
    ...over,
  });

  it('never for a poll: only when it is to charge', () => {
    expect(shouldWake(asleep(evening), evening)).toBe(false);
    expect(shouldWake(asleep(window.fromAt), window.fromAt)).toBe(true);
  });

  it('at most six times a day, each time more patiently', () => {
    let vehicle: HomeVehicle = asleep(window.fromAt);
    const wokenAfter: number[] = [];
    for (let now = window.fromAt; now < window.fromAt + hours(5); now += 30_000) {
      vehicle = { ...vehicle, observed: seen(now, { reach: 'asleep' }) };
      if (!shouldWake(vehicle, now)) continue;
      wokenAfter.push((now - window.fromAt) / 60_000);
      const wakes = wokenAfter.length;
      vehicle = {
        ...vehicle,
        contact: { ...vehicle.contact, wokenAt: now },
        budget: { date: localDate(now), reads: 0, commands: 0, wakes },
      };
    }
    expect(wokenAfter).toEqual([0, 2, 6, 14, 30, 62]);
  });
});
