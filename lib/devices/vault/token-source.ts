import type { Platform } from '../../platform/index.ts';
import type { Instant } from '../../time/index.ts';
import type { ProviderName } from '../port.ts';

/** What a maker's token endpoint gave. */
export interface FreshTokens {
  readonly accessToken: string;
  readonly accessExpiresAt: Instant;
  readonly refreshToken: string;
}

/** The part of a provider that the vault needs to keep a grant alive. */
export interface TokenSource {
  /**
   * Spends a refresh token. `refused` only where the maker says that it is dead for good; every other failure is
   * thrown (retryable or not) and never ends a grant.
   */
  refresh(platform: Platform, refreshToken: string): Promise<FreshTokens | 'refused'>;
  /** Gives back tokens that came too late to be kept. Throws where the maker could not be told. */
  burn(platform: Platform, tokens: FreshTokens): Promise<void>;
}

export type TokenSources = (provider: ProviderName) => TokenSource;
