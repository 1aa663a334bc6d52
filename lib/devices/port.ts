import type { Instant } from '../time/index.ts';

export type ProviderName = 'tesla';

export type PlugState = 'plugged' | 'unplugged' | 'unknown';
export type ChargeState = 'charging' | 'starting' | 'stopped' | 'complete' | 'no-power' | 'unknown';
export type Reach = 'online' | 'asleep' | 'offline' | 'unknown';

/** The circuit a car is plugged into, as far as it tells. */
export interface Circuit {
  /** What the car is set to take on each phase, A. */
  readonly ampere: number | null;
  /** What cable and socket let it take on each phase, A. */
  readonly maxAmpere: number | null;
  readonly phases: 1 | 3 | null;
  readonly volts: number | null;
}

/** What a car said of itself, provider-neutral. A position is not a field, by design. `null` = not told, never 0. */
export interface Observation {
  /** The car's own time of the sample; equals `fetchedAt` where only reach was read. */
  readonly observedAt: Instant;
  readonly fetchedAt: Instant;
  readonly reach: Reach;
  /** State of charge, 0–1. */
  readonly soc: number | null;
  /** The car's own charge limit, 0–1. */
  readonly limitSoc: number | null;
  readonly plug: PlugState;
  readonly charge: ChargeState;
  /** Power now, kW, grid side. */
  readonly powerKw: number | null;
  /** Most the car can take where it is plugged in now, kW (volts × amperes × phases). */
  readonly maxKw: number | null;
  /** Energy into the battery since plug-in, kWh. */
  readonly sessionKwh: number | null;
  /** Null where nothing of it was told. */
  readonly circuit: Circuit | null;
}

/** A set-state command: sending it twice leaves the same state as sending it once. */
export type Command =
  | { readonly kind: 'start' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'set-limit'; readonly limitSoc: number }
  /** Whole amperes on each phase. */
  | { readonly kind: 'set-current'; readonly ampere: number };

/** `accepted` is never "done": read back before believing. `unknown`: it may or may not have reached the car; re-read first. */
export type CommandOutcome =
  | { readonly outcome: 'accepted' | 'already' | 'unknown' }
  | { readonly outcome: 'refused'; readonly reason: string };

export interface FoundVehicle {
  readonly vehicleRef: string;
}

/** What is left of a revocation: no token, no VIN. `proven`: the maker refused the old credential afterwards. */
export interface RevocationEvidence {
  readonly grantRef: string;
  readonly provider: ProviderName;
  readonly requestedAt: Instant;
  readonly steps: readonly { readonly name: string; readonly httpStatus: number; readonly at: Instant }[];
  readonly level: 'proven' | 'accepted' | 'local-only';
  /** Where the owner can see and remove the grant themself. */
  readonly ownerUrl: string;
}
