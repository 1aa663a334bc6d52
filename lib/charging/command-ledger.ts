import type { Command, CommandOutcome, Observation } from '../devices/index.ts';
import type { CommandRecord, HomeVehicle } from '../homes/index.ts';
import type { Instant } from '../time/index.ts';
import { socTolerance } from './physics.ts';

/** A car may tell its old state for a minute after a command. */
export const readBackMs = 90_000;
const kept = 40;

/*
 *            ┌────────── crash, timeout ─────────┐
 *   intended ┴→ sent ─→ read back as wished ─→ confirmed
 *      │         └────→ read back otherwise ─→ unknown ─→ a new attempt
 *      ├→ refused (the car said no)
 *      └→ superseded (something else is wished by now, or the plug is out)
 */

/** The command whose end is not known yet: settled by reading back, never by believing. */
export function pendingCommand(vehicle: HomeVehicle): CommandRecord | null {
  return vehicle.commands.findLast(({ settledAt }) => settledAt === null) ?? null;
}

/** Written down before it is sent: after a crash the next look finds it and reads back. */
export function intend(vehicle: HomeVehicle, command: Command, commandId: string, now: Instant): HomeVehicle {
  const superseded = vehicle.commands.map((record) =>
    record.settledAt === null ? settled(record, 'superseded', now) : record,
  );
  const record: CommandRecord = {
    commandId,
    kind: command.kind,
    limitSoc: command.kind === 'set-limit' ? command.limitSoc : null,
    ampere: command.kind === 'set-current' ? command.ampere : null,
    state: 'intended',
    attempt: 1 + failedAttempts(vehicle, command.kind).length,
    intendedAt: now,
    settledAt: null,
    reason: null,
  };
  return { ...vehicle, commands: [...superseded, record].slice(-kept), owed: owedAfter(vehicle, command) };
}

/** What the maker said. Accepted is not done, and unknown may have reached the car: both wait for the reading. */
export function withOutcome(
  vehicle: HomeVehicle,
  commandId: string,
  answer: CommandOutcome,
  now: Instant,
): HomeVehicle {
  return changeRecord(vehicle, commandId, (record) => {
    if (answer.outcome === 'refused') return { ...settled(record, 'refused', now), reason: answer.reason };
    return { ...record, state: answer.outcome === 'unknown' ? 'unknown' : 'sent' };
  });
}

/** Settles the pending command by a reading made after it had time to show. */
export function settleByReading(vehicle: HomeVehicle, now: Instant): HomeVehicle {
  const pending = pendingCommand(vehicle);
  const { observed } = vehicle;
  if (pending === null || observed === null || observed.reach !== 'online') return vehicle;
  const isPointless = observed.plug === 'unplugged' && pending.kind !== 'set-current';
  if (isPointless) return settleAs(vehicle, pending, 'superseded', now);
  const hadTime = now >= pending.intendedAt + readBackMs;
  // A car's clock may be behind ours: once it had time to show, the reading counts whatever time it bears.
  if (observed.observedAt < pending.intendedAt && !hadTime) return vehicle;
  if (shows(observed, pending)) return settleAs(vehicle, pending, 'confirmed', now);
  return hadTime ? settleAs(vehicle, pending, 'unknown', now) : vehicle;
}

/** The attempts at this kind of command since one was last seen to work, in this session; oldest first. */
export function failedAttempts(vehicle: HomeVehicle, kind: CommandRecord['kind']): readonly CommandRecord[] {
  const since = vehicle.session?.pluggedInAt ?? 0;
  const ofKind = vehicle.commands.filter(
    (record) => record.kind === kind && record.state !== 'superseded' && record.intendedAt >= since,
  );
  return ofKind.slice(1 + ofKind.findLastIndex(({ state }) => state === 'confirmed'));
}

function settleAs(
  vehicle: HomeVehicle,
  pending: CommandRecord,
  state: 'confirmed' | 'superseded' | 'unknown',
  now: Instant,
): HomeVehicle {
  const changed = changeRecord(vehicle, pending.commandId, (record) => settled(record, state, now));
  return state === 'confirmed' ? { ...changed, owed: owedAfterConfirmed(changed.owed, pending) } : changed;
}

function owedAfter({ owed, observed }: HomeVehicle, command: Command): HomeVehicle['owed'] {
  if (command.kind === 'stop') return { ...owed, pausedByUs: true };
  if (command.kind === 'start') return owed;
  if (command.kind === 'set-current') {
    return { ...owed, ampereBefore: owed.ampereBefore ?? observed?.circuit?.ampere ?? null };
  }
  return { ...owed, limitSocBefore: owed.limitSocBefore ?? observed?.limitSoc ?? null };
}

/** A car that charges again, or takes again what it was set to before us, is owed nothing of that. */
function owedAfterConfirmed(owed: HomeVehicle['owed'], { kind, ampere }: CommandRecord): HomeVehicle['owed'] {
  if (kind === 'start') return { ...owed, pausedByUs: false };
  if (kind === 'set-current' && ampere === owed.ampereBefore) return { ...owed, ampereBefore: null };
  return owed;
}

function changeRecord(
  vehicle: HomeVehicle,
  commandId: string,
  change: (record: CommandRecord) => CommandRecord,
): HomeVehicle {
  const commands = vehicle.commands.map((record) =>
    record.commandId === commandId ? change(record) : record,
  );
  return { ...vehicle, commands };
}

function settled(record: CommandRecord, state: CommandRecord['state'], now: Instant): CommandRecord {
  return { ...record, state, settledAt: now };
}

/** What a car shows that has done as it was told. */
function shows(observed: Observation, { kind, limitSoc, ampere }: CommandRecord): boolean {
  const { charge } = observed;
  if (kind === 'start') return charge === 'charging' || charge === 'starting' || charge === 'complete';
  if (kind === 'stop') return charge === 'stopped' || charge === 'complete' || charge === 'no-power';
  if (kind === 'set-current') return observed.circuit?.ampere === ampere;
  return Math.abs((observed.limitSoc ?? 0) - (limitSoc ?? 0)) < socTolerance;
}
