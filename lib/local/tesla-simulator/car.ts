import type { Clock } from '../../platform/index.ts';
import type { Instant } from '../../time/index.ts';
import { powerKwAt } from './battery.ts';
import { amperesTaken, endFlow, isAtLimit, liveUntil, modelOf, note, startFlow } from './car-life.ts';
import type { CarState, CarTransition, ChargingInterval } from './car-state.ts';

export interface CarSnapshot {
  readonly soc: number;
  readonly limitPercent: number;
  readonly plugged: boolean;
  readonly charging: boolean;
  /** Grid side. */
  readonly powerKw: number;
  /** Battery side, since plug-in. */
  readonly sessionKwh: number;
  readonly reach: 'online' | 'asleep' | 'offline';
}

/** How long the car's own report says `Charging` after it was told to stop. */
const reportLagMs = 60_000;

const LEAST_AT_ONCE = 5;

/** A car as its driver and its socket see it; Tesla's side is in the servers. */
export class SimulatedCar {
  readonly state: CarState;
  private readonly clock: Clock;

  constructor(state: CarState, clock: Clock) {
    this.state = state;
    this.clock = clock;
  }

  /** Wakes the car, and it starts to charge by itself, as cars do. */
  plugIn(): void {
    const { car, now } = this.live();
    if (car.plugged) {
      return;
    }
    car.plugged = true;
    car.sessionBatteryKwh = 0;
    this.stir(now);
    note(car, now, 'plugged', 'driver');
    if (!isAtLimit(car)) {
      startFlow(car, now, 'car');
    }
  }

  unplug(): void {
    const { car, now } = this.live();
    if (!car.plugged) {
      return;
    }
    car.plugged = false;
    car.reportsChargingUntilAt = 0;
    this.stir(now);
    endFlow(car, now, 'unplugged', 'driver');
  }

  /** Unplugs, and comes back from a trip with this state of charge (0–1). */
  driveTo(soc: number): void {
    this.unplug();
    this.state.soc = soc;
    this.stir(this.clock.now());
  }

  /** No mobile signal: out of reach, but it goes on with what it does. */
  setOffline(isOffline: boolean): void {
    const { car, now } = this.live();
    car.reach = isOffline ? 'offline' : 'online';
    car.lastActiveAt = now;
  }

  setKeyPaired(isPaired: boolean): void {
    this.state.keyPaired = isPaired;
  }

  snapshot(): CarSnapshot {
    const { car, now } = this.live();
    const charging = car.flowFromAt !== null && now >= car.flowFromAt;
    return {
      soc: car.soc,
      limitPercent: car.limitPercent,
      plugged: car.plugged,
      charging,
      powerKw: charging ? powerKwAt(modelOf(car), car.soc) : 0,
      sessionKwh: car.sessionBatteryKwh,
      reach: car.reach,
    };
  }

  /** When energy flowed and how much, grid side. */
  intervals(): readonly Readonly<ChargingInterval>[] {
    return this.live().car.intervals.filter(({ gridKwh }) => gridKwh > 0);
  }

  /** What really changed at the car, and who changed it: commands that changed nothing are not here. */
  transitions(): readonly CarTransition[] {
    return this.live().car.transitions;
  }

  /** A live call reached the car: it stays awake for it. */
  stir(now: Instant): void {
    const { state } = this;
    state.reach = state.reach === 'offline' ? 'offline' : 'online';
    state.wakingUntilAt = null;
    state.lastActiveAt = now;
  }

  /** Online after `afterSeconds`. */
  wakeUp(afterSeconds: number): void {
    const { car, now } = this.live();
    if (car.reach === 'asleep') {
      car.wakingUntilAt ??= now + afterSeconds * 1000;
    } else {
      car.lastActiveAt = now;
    }
  }

  /** The reason the car refuses with, or null where it does it. */
  start(): string | null {
    const { car, now } = this.live();
    if (!car.plugged) {
      return 'disconnected';
    }
    if (car.flowFromAt !== null) {
      return 'is_charging';
    }
    if (isAtLimit(car)) {
      return 'complete';
    }
    car.reportsChargingUntilAt = 0;
    startFlow(car, now, 'command');
    return null;
  }

  stop(): string | null {
    const { car, now } = this.live();
    if (car.flowFromAt === null) {
      return 'not_charging';
    }
    car.reportsChargingUntilAt = now >= car.flowFromAt ? now + reportLagMs : 0;
    endFlow(car, now, 'stopped', 'command');
    return null;
  }

  /** A limit above the charge lets a car that was complete go on by itself; one below it ends the charging. */
  setLimit(percent: number): string | null {
    const { car, now } = this.live();
    if (car.limitPercent === percent) {
      return 'already_set';
    }
    const wasComplete = car.plugged && car.flowFromAt === null && isAtLimit(car);
    car.limitPercent = percent;
    note(car, now, 'limit', 'command');
    if (wasComplete && !isAtLimit(car)) {
      startFlow(car, now, 'car');
    } else if (car.flowFromAt !== null && isAtLimit(car)) {
      endFlow(car, now, 'completed', 'car');
    }
    return null;
  }

  /** Told less than 5 A, the car goes to 5 first; told again, it takes the rest of the way. It keeps what it was told, over unplugging too. */
  setAmperes(amperes: number): string | null {
    const { car, now } = this.live();
    const taken = amperesTaken(car);
    const wanted = amperes < LEAST_AT_ONCE && taken > LEAST_AT_ONCE ? LEAST_AT_ONCE : amperes;
    if (wanted !== taken) {
      note(car, now, 'current', 'command');
    }
    car.requestedAmperes = wanted;
    return null;
  }

  private live(): { car: CarState; now: Instant } {
    const now = this.clock.now();
    liveUntil(this.state, now);
    return { car: this.state, now };
  }
}
