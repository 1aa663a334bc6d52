import { describe, expect, it } from 'vitest';
import { intend, settleByReading, withOutcome } from '../../lib/charging/command-ledger.ts';
import { respectDriver } from '../../lib/charging/driver-acts.ts';
import { foldObservation } from '../../lib/charging/fold-observation.ts';
import { nextCommand } from '../../lib/charging/next-command.ts';
import type { Circuit, Command, Observation } from '../../lib/devices/index.ts';
import type { HomeVehicle } from '../../lib/homes/index.ts';
import { evening, hours, minutes, nightPrices, planned, seen } from './support/a-vehicle.ts';

const night = evening + hours(9) + minutes(5);

const takes = (ampere: number): Circuit => ({ ampere, maxAmpere: 16, phases: 3, volts: 230 });

/** In the night's only window, with ten amperes of the sixteen that the socket gives. */
function throttled(over: Partial<Observation> = {}): HomeVehicle {
  const vehicle = planned();
  const plan = vehicle.plan && {
    ...vehicle.plan,
    windows: [{ fromAt: evening + hours(9), untilAt: evening + hours(13), ampere: 10 }],
  };
  return { ...vehicle, plan, observed: seen(night, { circuit: takes(16), ...over }) };
}

/** After the command was sent, and the car was read a moment later. */
function followed(
  vehicle: HomeVehicle,
  command: Command,
  over: Partial<Observation>,
  at = night,
): HomeVehicle {
  const sent = withOutcome(intend(vehicle, command, `c-${at}`, at), `c-${at}`, { outcome: 'accepted' }, at);
  const later = at + minutes(2);
  return respectDriver(settleByReading({ ...sent, observed: seen(later, over) }, later), later);
}

const setTo = (ampere: number): Command => ({ kind: 'set-current', ampere });

describe('the current a window asks for', () => {
  it('is set before the car starts, so that the fuse never sees full power', () => {
    expect(nextCommand(throttled(), night)).toEqual(setTo(10));
    const set = followed(throttled(), setTo(10), { circuit: takes(10) });
    expect(set.owed.ampereBefore).toBe(16);
    expect(nextCommand(set, night + minutes(2))).toEqual({ kind: 'start' });
  });

  it('is told again where it was lost, and does not keep a car from charging that will not have it', () => {
    const lost = followed(throttled(), setTo(10), { circuit: takes(16) });
    expect(nextCommand(lost, night + minutes(2))).toEqual(setTo(10));
    const refused = followed(lost, setTo(10), { circuit: takes(16) }, night + minutes(2));
    expect(nextCommand(refused, night + minutes(4))).toEqual({ kind: 'start' });
  });

  it('is told to nobody who has not agreed to it, but given back', () => {
    const old = { ...throttled({ charge: 'charging' }), maySetCurrent: false };
    expect(nextCommand(old, night)).toBeNull();
    const owing = { ...old, owed: { ...old.owed, ampereBefore: 16 }, plan: null, mode: 'pause' } as const;
    const paused = { ...owing, observed: seen(night, { circuit: takes(10) }) };
    expect(nextCommand(paused, night)).toEqual(setTo(16));
  });

  it('is given back when the window is over, and then nothing is owed', () => {
    const set = followed(throttled(), setTo(10), { circuit: takes(10), charge: 'charging' });
    const after = evening + hours(14);
    const late = { ...set, observed: seen(after, { circuit: takes(10), charge: 'charging', soc: 0.7 }) };
    expect(nextCommand(late, after)).toEqual(setTo(16));
    expect(followed(late, setTo(16), { circuit: takes(16) }, after).owed.ampereBefore).toBeNull();
  });

  it('is the driver’s where the driver moves it afterwards', () => {
    const set = followed(throttled(), setTo(10), { circuit: takes(10), charge: 'charging' });
    const now = night + minutes(20);
    const moved = respectDriver(
      { ...set, observed: seen(now, { circuit: takes(13), charge: 'charging' }) },
      now,
    );
    expect(moved.owed.ampereBefore).toBeNull();
    expect(nextCommand(moved, now)).toBeNull();
  });

  it('is given back by a car that was unplugged while it charged slowly, as soon as it listens', () => {
    const set = followed(throttled(), setTo(10), { circuit: takes(10), charge: 'charging' });
    const gone = night + minutes(20);
    const told = seen(gone, { plug: 'unplugged', charge: 'unknown', circuit: takes(10) });
    const { vehicle } = foldObservation(set, told, nightPrices);
    expect(nextCommand(vehicle, gone)).toEqual(setTo(16));
    expect(nextCommand({ ...vehicle, observed: { ...told, reach: 'asleep' } }, gone)).toBeNull();
    const back = { plug: 'unplugged', charge: 'unknown', circuit: takes(16) } as const;
    const given = followed(vehicle, setTo(16), back, gone);
    expect(given.owed.ampereBefore).toBeNull();
    expect(nextCommand(given, gone + minutes(2))).toBeNull();
  });

  it('is given back after the last slow window also where the car stands paused, not between two of them', () => {
    const set = followed(throttled(), setTo(10), { circuit: takes(10) });
    const slow = { fromAt: evening + hours(12), untilAt: evening + hours(13), ampere: 8 };
    const between = evening + hours(11);
    const now = { ...set, observed: seen(between, { circuit: takes(10) }) };
    const plan = set.plan && {
      ...set.plan,
      windows: [{ ...slow, fromAt: night, untilAt: night + hours(1) }, slow],
    };
    expect(nextCommand({ ...now, plan }, between)).toBeNull();
    const full = plan && { ...plan, windows: plan.windows.map((one) => ({ ...one, ampere: null })) };
    expect(nextCommand({ ...now, plan: full }, between)).toEqual(setTo(16));
  });

  it('is left alone where the window asks for none, or the car tells none', () => {
    expect(nextCommand({ ...planned(), observed: seen(night, { charge: 'charging' }) }, night)).toBeNull();
    expect(nextCommand(throttled({ circuit: null, charge: 'charging' }), night)).toBeNull();
  });
});

describe('a car that takes less on our word', () => {
  it('is still known to take what it took before us', () => {
    const set = followed(throttled(), setTo(8), { circuit: takes(8), charge: 'charging' });
    const told = seen(night + minutes(15), {
      circuit: takes(8),
      charge: 'charging',
      maxKw: 5.52,
      powerKw: 5.5,
    });
    const { vehicle } = foldObservation(set, told, nightPrices);
    expect(vehicle.session?.maxKw).toBeCloseTo(11.04);
  });

  it('keeps the phases it told while it waits, until the plug is out', () => {
    const waits = { circuit: { ampere: 8, maxAmpere: 16, phases: null, volts: null } };
    const { vehicle } = foldObservation(throttled(), seen(night + minutes(1), waits), nightPrices);
    expect(vehicle.observed?.circuit).toEqual(takes(8));
    const gone = seen(night + minutes(2), { plug: 'unplugged', circuit: { ...waits.circuit, ampere: null } });
    expect(foldObservation(vehicle, gone, nightPrices).vehicle.observed?.circuit?.phases).toBeNull();
  });
});
