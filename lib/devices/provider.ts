import type { Platform } from '../platform/index.ts';
import type { Command, CommandOutcome, Observation } from './port.ts';
import type { GrantSession } from './vault/session.ts';
import type { FreshTokens, TokenSource } from './vault/token-source.ts';

/** A vehicle as its maker names it. Stays inside the adapter and the sealed secret. */
export interface MakersVehicle {
  readonly id: string;
  readonly vin: string;
}

/** Everything that could still open the customer's account: all of it has to be given back. */
export interface Credentials {
  readonly accessTokens: readonly string[];
  /** Newest first; with the one before it, which the maker may still honour, and those received too late to be stored. */
  readonly refreshTokens: readonly string[];
}

export interface RevocationStep {
  readonly name: string;
  /** 0 where no answer came. */
  readonly httpStatus: number;
  readonly at: number;
}

/** `again`: not settled; try later. `received`: tokens the proof itself was given, which must be burned too. */
export interface RevocationResult {
  readonly verdict: 'proven' | 'accepted' | 'local-only' | 'again';
  readonly steps: readonly RevocationStep[];
  readonly retryAfterSeconds: number;
  readonly received: readonly FreshTokens[];
}

/** What a car maker's folder offers to the room. Providers know the vault and this port, never each other. */
export interface Provider extends TokenSource {
  authorizeUrl(platform: Platform, state: string): string;
  /** Throws `link-expired` where the maker no longer knows the code. */
  exchangeCode(platform: Platform, code: string): Promise<FreshTokens>;
  findVehicles(session: GrantSession): Promise<MakersVehicle[]>;
  /** Never wakes the car. */
  read(session: GrantSession, vehicle: MakersVehicle): Promise<Observation>;
  wake(session: GrantSession, vehicle: MakersVehicle): Promise<'online' | 'asleep'>;
  command(session: GrantSession, vehicle: MakersVehicle, command: Command): Promise<CommandOutcome>;
  revoke(platform: Platform, credentials: Credentials): Promise<RevocationResult>;
  /** Where the owner can see and remove the grant themself. */
  ownerUrl(platform: Platform): string;
}
