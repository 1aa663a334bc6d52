import { readyWish, statusOf } from '../../charging/index.ts';
import type { CommandRecord, HomeVehicle, Session } from '../../homes/index.ts';
import { type Instant, isoUtc } from '../../time/index.ts';
import type { Overview } from '../contracts/get-overview.ts';
import { overviewPlan } from './overview-plan.ts';
import { decimals, shownMeter, shownPercent } from './shown.ts';
import { wishesOf } from './wishes.ts';

type OverviewVehicle = Overview['vehicles'][number];

const COMMANDS_SHOWN = 5;

/** One car as the customer's page shows it. What the car has not told is null or `unknown`, never 0. */
export function overviewVehicle(vehicle: HomeVehicle, now: Instant): OverviewVehicle {
  const { observed, plan, session } = vehicle;
  return {
    vehicleRef: vehicle.vehicleRef,
    provider: vehicle.provider,
    link: vehicle.link,
    batteryKwh: vehicle.batteryKwh,
    setsCurrent: vehicle.maySetCurrent,
    wishes: wishesOf(vehicle.wishes, now),
    nextReady: nextReady(vehicle, now),
    mode: vehicle.mode,
    battery: battery(vehicle),
    plugged: observed?.plug ?? 'unknown',
    charging: observed?.charge ?? 'unknown',
    powerKw: orNull(observed?.powerKw, (powerKw) => decimals(powerKw, 2)),
    status: status(vehicle, now),
    plan: plan && overviewPlan(plan),
    session: session && overviewSession(session),
    commands: vehicle.commands.slice(-COMMANDS_SHOWN).map(overviewCommand),
  };
}

function nextReady({ wishes }: HomeVehicle, now: Instant): OverviewVehicle['nextReady'] {
  const { readyAt, targetSoc } = readyWish(wishes, now);
  return { readyAt: isoUtc(readyAt), targetPercent: shownPercent(targetSoc) };
}

function battery({ observed }: HomeVehicle): OverviewVehicle['battery'] {
  return {
    percent: orNull(observed?.soc, shownPercent),
    observedAt: orNull(observed?.observedAt, isoUtc),
    limitPercent: orNull(observed?.limitSoc, shownPercent),
  };
}

function status(vehicle: HomeVehicle, now: Instant): OverviewVehicle['status'] {
  const { key, startAt, readyAt } = statusOf(vehicle, now);
  return { key, startAt: orNull(startAt, isoUtc), readyAt: orNull(readyAt, isoUtc) };
}

function overviewSession(session: Session): NonNullable<OverviewVehicle['session']> {
  return { pluggedInAt: isoUtc(session.pluggedInAt), ...shownMeter(session) };
}

function overviewCommand(command: CommandRecord): OverviewVehicle['commands'][number] {
  const { kind, state, ampere, intendedAt, settledAt } = command;
  return { kind, state, ampere, intendedAt: isoUtc(intendedAt), settledAt: orNull(settledAt, isoUtc) };
}

function orNull<From, To>(value: From | null | undefined, show: (value: From) => To): To | null {
  return value === null || value === undefined ? null : show(value);
}
