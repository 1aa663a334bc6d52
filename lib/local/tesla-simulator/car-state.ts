import type { Random } from '../../platform/index.ts';
import type { Instant } from '../../time/index.ts';

/** What a test or the demo says of a car; all but the first two have the values of an ordinary one. */
export interface CarOptions {
  readonly batteryKwh: number;
  /** 0–1. */
  readonly soc: number;
  readonly limitPercent?: number;
  readonly volts?: number;
  readonly amperes?: number;
  readonly phases?: 1 | 3;
  /** Older firmware says 2 for three phases. */
  readonly saysTwoForThreePhases?: boolean;
  readonly efficiency?: number;
  readonly idleMinutesToSleep?: number;
  /** Seconds from wake-up to online; without it a random 10–60. */
  readonly wakeSeconds?: number;
  /** False until the owner has added this app's virtual key to the car. */
  readonly keyPaired?: boolean;
  /** False for the few old cars that take unsigned commands. */
  readonly needsSignedCommands?: boolean;
}

export interface CarTransition {
  readonly at: Instant;
  readonly kind: 'plugged' | 'unplugged' | 'started' | 'stopped' | 'completed' | 'limit' | 'current';
  readonly by: 'driver' | 'car' | 'command';
}

export interface ChargingInterval {
  readonly fromAt: Instant;
  untilAt: Instant;
  gridKwh: number;
}

/** All that a car remembers; plain JSON, so that a run can be put on disk and taken up again. */
export interface CarState {
  readonly id: string;
  readonly vin: string;
  readonly displayName: string;
  readonly batteryKwh: number;
  readonly volts: number;
  readonly amperes: number;
  readonly phases: 1 | 3;
  readonly saysTwoForThreePhases: boolean;
  readonly efficiency: number;
  readonly idleMinutesToSleep: number;
  readonly wakeSeconds: number | null;
  keyPaired: boolean;
  readonly needsSignedCommands: boolean;
  soc: number;
  limitPercent: number;
  /** What it was told to take on each phase, and keeps; null: all that the socket gives. */
  requestedAmperes: number | null;
  plugged: boolean;
  reach: 'online' | 'asleep' | 'offline';
  wakingUntilAt: Instant | null;
  lastActiveAt: Instant;
  /** When energy flows or will flow; null while the car does not charge. */
  flowFromAt: Instant | null;
  /** The car has been lived through until here. */
  livedUntilAt: Instant;
  /** After a stop the car's own report lags behind. */
  reportsChargingUntilAt: Instant;
  sessionBatteryKwh: number;
  readonly intervals: ChargingInterval[];
  readonly transitions: CarTransition[];
}

export function newCar(options: CarOptions, random: Random, now: Instant): CarState {
  const { batteryKwh, soc } = options;
  return {
    id: `1${digits(random, 16)}`,
    vin: `LRW3E7FA0RC${digits(random, 6)}`,
    displayName: `Bilen til ${random.id().slice(0, 10)}`,
    batteryKwh,
    volts: options.volts ?? 230,
    amperes: options.amperes ?? 16,
    phases: options.phases ?? 3,
    saysTwoForThreePhases: options.saysTwoForThreePhases ?? false,
    efficiency: options.efficiency ?? 0.9,
    idleMinutesToSleep: options.idleMinutesToSleep ?? 15,
    wakeSeconds: options.wakeSeconds ?? null,
    keyPaired: options.keyPaired ?? true,
    needsSignedCommands: options.needsSignedCommands ?? true,
    soc,
    limitPercent: options.limitPercent ?? 80,
    requestedAmperes: null,
    plugged: false,
    reach: 'online',
    wakingUntilAt: null,
    lastActiveAt: now,
    flowFromAt: null,
    livedUntilAt: now,
    reportsChargingUntilAt: 0,
    sessionBatteryKwh: 0,
    intervals: [],
    transitions: [],
  };
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => Math.floor(random.unit() * 10)).join('');
}
