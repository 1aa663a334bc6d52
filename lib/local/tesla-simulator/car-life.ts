import type { Instant } from '../../time/index.ts';
import { type ChargeModel, chargeFor } from './battery.ts';
import type { CarState, CarTransition } from './car-state.ts';

const hourMs = 3_600_000;

/**
 * Lives a car through until now. Nothing runs in the background: whoever looks or acts first makes the time pass, in the
 * order energy → limit → idle → asleep → woken.
 */
export function liveUntil(car: CarState, now: Instant): void {
  if (now <= car.livedUntilAt) {
    return;
  }
  charge(car, now);
  car.livedUntilAt = now;
  if (car.wakingUntilAt !== null && now >= car.wakingUntilAt) {
    car.reach = car.reach === 'offline' ? 'offline' : 'online';
    car.lastActiveAt = Math.max(car.lastActiveAt, car.wakingUntilAt);
    car.wakingUntilAt = null;
  }
  const idleMs = now - car.lastActiveAt;
  if (car.reach === 'online' && car.flowFromAt === null && idleMs >= car.idleMinutesToSleep * 60_000) {
    car.reach = 'asleep';
  }
}

export function note(car: CarState, at: Instant, kind: CarTransition['kind'], by: CarTransition['by']): void {
  car.transitions.push({ at, kind, by });
}

export function modelOf(car: CarState): ChargeModel {
  return {
    batteryKwh: car.batteryKwh,
    fullPowerKw: (car.volts * amperesTaken(car) * car.phases) / 1000,
    efficiency: car.efficiency,
  };
}

/** On each phase: what it was told to take, but never more than the socket gives. */
export function amperesTaken({ amperes, requestedAmperes }: CarState): number {
  return Math.min(amperes, requestedAmperes ?? amperes);
}

/** The charger needs some seconds to agree with the car before energy flows. */
const handshakeMs = 10_000;

export function startFlow(car: CarState, now: Instant, by: CarTransition['by']): void {
  const fromAt = now + handshakeMs;
  car.flowFromAt = fromAt;
  car.intervals.push({ fromAt, untilAt: fromAt, gridKwh: 0 });
  car.lastActiveAt = now;
  note(car, now, 'started', by);
}

export function endFlow(
  car: CarState,
  at: Instant,
  kind: 'stopped' | 'completed' | 'unplugged',
  by: CarTransition['by'],
): void {
  car.flowFromAt = null;
  car.lastActiveAt = at;
  note(car, at, kind, by);
}

export function isAtLimit(car: CarState): boolean {
  return car.soc >= car.limitPercent / 100 - 1e-9;
}

function charge(car: CarState, now: Instant): void {
  if (car.flowFromAt === null) {
    return;
  }
  const fromAt = Math.max(car.livedUntilAt, car.flowFromAt);
  const interval = car.intervals.at(-1);
  if (now <= fromAt || interval === undefined) {
    return;
  }
  const charged = chargeFor(modelOf(car), car.soc, (now - fromAt) / hourMs, car.limitPercent / 100);
  const untilAt = Math.min(fromAt + charged.hours * hourMs, now);
  car.sessionBatteryKwh += (charged.soc - car.soc) * car.batteryKwh;
  car.soc = charged.soc;
  interval.gridKwh += charged.gridKwh;
  interval.untilAt = untilAt;
  car.lastActiveAt = untilAt;
  if (isAtLimit(car)) {
    endFlow(car, untilAt, 'completed', 'car');
  }
}
