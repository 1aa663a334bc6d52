import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dailyCalls, mayCommand, mayRead, spend } from '../../lib/charging/budget.ts';
import { intend, pendingCommand, settleByReading, withOutcome } from '../../lib/charging/command-ledger.ts';
import { desiredState } from '../../lib/charging/desired-state.ts';
import { differences } from '../../lib/charging/difference.ts';
import { respectDriver } from '../../lib/charging/driver-acts.ts';
import { nextCommand } from '../../lib/charging/next-command.ts';
import type { Command, Observation } from '../../lib/devices/index.ts';
import type { HomeVehicle } from '../../lib/homes/index.ts';
import { localDate } from '../../lib/time/index.ts';
import { anObservation, evening, hours, minutes, percent, planned, seen } from './support/a-vehicle.ts';

const night = evening + hours(9) + minutes(5);

function at(now: number, over: Partial<Observation> = {}, more: Partial<HomeVehicle> = {}): HomeVehicle {
  return { ...planned(), observed: seen(now, over), ...more };
}

/** The car after this command was written down, sent and answered. */
function told(
  vehicle: HomeVehicle,
  command: Command,
  now: number,
  outcome: 'accepted' | 'unknown' = 'accepted',
): HomeVehicle {
  return withOutcome(intend(vehicle, command, `command-${now}`, now), `command-${now}`, { outcome }, now);
}

function read(vehicle: HomeVehicle, now: number, over: Partial<Observation>): HomeVehicle {
  return settleByReading({ ...vehicle, observed: seen(now, over) }, now);
}

describe('the next command', () => {
  it('is none while the car does what it should', () => {
    expect(nextCommand(at(evening), evening)).toBeNull();
    expect(nextCommand(at(night, { charge: 'charging' }), night)).toBeNull();
    expect(nextCommand(at(night, { charge: 'complete', soc: 0.8 }), night)).toBeNull();
  });

  it('stops a car that should wait, starts one that should charge, and sets a limit that would not hold', () => {
    expect(nextCommand(at(evening, { charge: 'charging' }), evening)).toEqual({ kind: 'stop' });
    expect(nextCommand(at(night), night)).toEqual({ kind: 'start' });
    expect(nextCommand(at(evening, { limitSoc: 0.9 }), evening)).toEqual({
      kind: 'set-limit',
      limitSoc: 0.8,
    });
    const held = at(night, { charge: 'complete', limitSoc: 0.5, soc: 0.5 });
    expect(nextCommand(held, night)).toEqual({ kind: 'set-limit', limitSoc: 0.8 });
  });

  it('is decided only on a fresh answer of a car that listens', () => {
    expect(nextCommand(at(night - minutes(2)), night)).toBeNull();
    expect(nextCommand(at(night, { reach: 'asleep' }), night)).toBeNull();
  });

  it('starts without a fresh answer where the day has no reading left for one, but never stops', () => {
    const budget = { date: localDate(night), reads: dailyCalls.reads, commands: 0, wakes: 0 };
    expect(nextCommand(at(night - minutes(30), {}, { budget }), night)).toEqual({ kind: 'start' });
    const charging = at(evening, { charge: 'charging' }, { budget: { ...budget, date: localDate(evening) } });
    expect(nextCommand(charging, evening + minutes(30))).toBeNull();
  });

  it('never contradicts what the car should be doing', () => {
    const any = fc.record({ now: fc.integer({ min: evening, max: evening + hours(16) }), soc: percent() });
    fc.assert(
      fc.property(any, anObservation(evening + hours(16)), ({ now, soc }, over) => {
        const vehicle = at(now, { ...over, observedAt: now, fetchedAt: now, soc });
        const command = nextCommand(vehicle, now);
        const desired = desiredState(vehicle, now);
        if (command?.kind === 'stop') expect(desired).toBe('paused');
        if (command?.kind === 'start') expect(desired).toBe('charging');
        if (differences(vehicle, desired, now).length === 0) expect(command).toBeNull();
      }),
    );
  });
});

describe('a command on its way', () => {
  const stopping = told(at(evening, { charge: 'charging' }), { kind: 'stop' }, evening);

  it('is written down before it is sent, and waits for the reading', () => {
    expect(pendingCommand(stopping)).toMatchObject({ kind: 'stop', state: 'sent', attempt: 1 });
    expect(stopping.owed.pausedByUs).toBe(true);
    expect(
      nextCommand(read(stopping, evening + minutes(1), { charge: 'charging' }), evening + minutes(1)),
    ).toBeNull();
  });

  it('is confirmed by the car, not by its maker', () => {
    const after = read(stopping, evening + 90_000, { charge: 'stopped' });
    expect(after.commands.at(-1)).toMatchObject({ state: 'confirmed', settledAt: evening + 90_000 });
    expect(nextCommand(after, evening + 90_000)).toBeNull();
  });

  it('that did not show is tried again, each time later', () => {
    let vehicle = stopping;
    const sentAfter: number[] = [];
    for (let now = evening + 90_000; now < evening + hours(2); now += 30_000) {
      vehicle = read(vehicle, now, { charge: 'charging' });
      const again = nextCommand(vehicle, now);
      if (again === null) continue;
      sentAfter.push((now - evening) / 60_000);
      vehicle = told(vehicle, again, now);
    }
    expect(sentAfter.slice(0, 4)).toEqual([1.5, 4.5, 10.5, 22.5]);
    expect(vehicle.commands.map(({ attempt }) => attempt).slice(0, 3)).toEqual([1, 2, 3]);
    expect(vehicle.commands.filter(({ state }) => state === 'unknown').length).toBeGreaterThan(3);
  });

  it('of which nobody knows whether it arrived is read back, not repeated', () => {
    const unknown = told(at(night), { kind: 'start' }, night, 'unknown');
    expect(nextCommand(unknown, night)).toBeNull();
    expect(read(unknown, night + 90_000, { charge: 'charging' }).commands.at(-1)?.state).toBe('confirmed');
  });

  it('gives way to its opposite, and to the plug being pulled', () => {
    const chargeNow = {
      ...read(stopping, evening + 30_000, { charge: 'stopped' }),
      mode: 'charge-now' as const,
    };
    const command = nextCommand(chargeNow, evening + 30_000);
    expect(command).toEqual({ kind: 'start' });
    const both = told(told(at(night), { kind: 'stop' }, night), { kind: 'start' }, night + 1000);
    expect(both.commands.map(({ state }) => state)).toEqual(['superseded', 'sent']);
    expect(read(both, night + 2000, { plug: 'unplugged' }).commands.at(-1)?.state).toBe('superseded');
  });

  it('is settled even where the car’s clock is behind ours', () => {
    const now = evening + 90_000;
    const late = { ...stopping, observed: seen(now, { observedAt: now - minutes(5), charge: 'stopped' }) };
    expect(settleByReading(late, now).commands.at(-1)?.state).toBe('confirmed');
  });

  it('always comes to one end: every record is confirmed, refused, unknown or superseded, or the newest', () => {
    const step = fc.record({
      after: fc.integer({ min: 1, max: 600 }),
      kind: fc.constantFrom('start' as const, 'stop' as const),
      outcome: fc.constantFrom('accepted' as const, 'unknown' as const),
      charge: fc.constantFrom('charging' as const, 'stopped' as const),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let now = evening;
        let vehicle = at(now);
        for (const { after, kind, outcome, charge } of steps) {
          now += after * 1000;
          vehicle = read(told(vehicle, { kind }, now, outcome), now, { charge });
        }
        const open = vehicle.commands.filter(({ settledAt }) => settledAt === null);
        expect(open.every((record) => record === vehicle.commands.at(-1))).toBe(true);
        expect(vehicle.commands.length).toBeLessThanOrEqual(40);
      }),
    );
  });
});

describe('the car’s limit', () => {
  it('is set once a session: a driver who moves it afterwards keeps it, and nothing is owed back', () => {
    const limited = told(at(evening, { limitSoc: 0.9 }), { kind: 'set-limit', limitSoc: 0.8 }, evening);
    expect(limited.owed.limitSocBefore).toBe(0.9);
    const confirmed = read(limited, evening + 90_000, { limitSoc: 0.8 });
    const moved = respectDriver(
      read(confirmed, evening + minutes(9), { limitSoc: 0.7 }),
      evening + minutes(9),
    );
    expect(moved.owed.limitSocBefore).toBeNull();
    expect(nextCommand(moved, evening + minutes(9))).toBeNull();
  });
});

describe('a car that the driver starts after we stopped it', () => {
  const stopped = read(
    told(at(evening, { charge: 'charging' }), { kind: 'stop' }, evening),
    evening + 90_000,
    { charge: 'stopped' },
  );
  const seenCharging = (vehicle: HomeVehicle, now: number) =>
    respectDriver(read(vehicle, now, { charge: 'charging' }), now);

  it('charges on: the mode becomes charge-now', () => {
    const later = evening + minutes(20);
    const vehicle = seenCharging(stopped, later);
    expect(vehicle).toMatchObject({ mode: 'charge-now', owed: { pausedByUs: false } });
    expect(nextCommand(vehicle, later)).toBeNull();
  });

  it('is not taken for one within three minutes, nor when we started it, nor when our stop never showed', () => {
    expect(seenCharging(stopped, evening + minutes(4)).mode).toBe('plan');
    const started = told(stopped, { kind: 'start' }, evening + minutes(10));
    expect(seenCharging(started, evening + minutes(20)).mode).toBe('plan');
    const lost = read(
      told(at(evening, { charge: 'charging' }), { kind: 'stop' }, evening),
      evening + 90_000,
      { charge: 'charging' },
    );
    expect(seenCharging(lost, evening + minutes(20)).mode).toBe('plan');
  });
});

describe('the day’s budget', () => {
  type Budget = HomeVehicle['budget'];
  const fresh: Budget = { date: '1970-01-01', reads: 0, commands: 0, wakes: 0 };
  const spendAll = (budget: Budget, what: 'reads' | 'commands', may: (budget: Budget) => boolean): Budget =>
    may(budget) ? spendAll(spend(budget, what, evening), what, may) : budget;

  it('is never exceeded', () => {
    const read = spendAll(fresh, 'reads', (budget) => mayRead(budget, 'purpose', evening));
    const spent = spendAll(read, 'commands', (budget) => mayCommand(budget, 'start', evening));
    expect(spent).toEqual({
      date: '2026-10-22',
      reads: dailyCalls.reads,
      commands: dailyCalls.commands,
      wakes: 0,
    });
  });

  it('keeps reads for a purpose and commands for a start', () => {
    const polled = spendAll(fresh, 'reads', (budget) => mayRead(budget, 'poll', evening));
    expect(polled.reads).toBe(110);
    expect(mayRead(polled, 'purpose', evening)).toBe(true);
    const stopped = spendAll(fresh, 'commands', (budget) => mayCommand(budget, 'stop', evening));
    expect(stopped.commands).toBe(20);
    expect(mayCommand(stopped, 'start', evening)).toBe(true);
  });

  it('starts anew with the day in Oslo', () => {
    const spent = { date: '2026-10-22', reads: 150, commands: 30, wakes: 6 };
    expect(spend(spent, 'reads', evening + hours(8))).toEqual({
      date: '2026-10-23',
      reads: 1,
      commands: 0,
      wakes: 0,
    });
  });
});
