import { type Platform, ServiceError } from '../../platform/index.ts';
import type { ProviderName } from '../port.ts';
import { type GrantSecret, openSecret } from './grant-secret.ts';
import { loadGrant, type VaultRow } from './store.ts';

export interface OpenGrant {
  readonly grantRef: string;
  readonly provider: ProviderName;
  /** Moves by one with every refresh; whoever holds an older one holds old tokens. */
  readonly generation: number;
  readonly secret: GrantSecret;
}

/**
 * The grant as it is stored now. Throws `needs-reauth` where the maker refused it or it is gone, and
 * `withdrawal-in-progress` where it may only be given back.
 */
export async function openGrant(platform: Platform, grantRef: string): Promise<OpenGrant> {
  return openRow(platform, await loadGrant(platform, grantRef));
}

export async function openRow(platform: Platform, row: VaultRow | null): Promise<OpenGrant> {
  if (row === null || (row.purpose === 'active' && row.status !== 'working')) {
    throw new ServiceError('needs-reauth');
  }
  if (row.purpose === 'revoke') {
    throw new ServiceError('withdrawal-in-progress');
  }
  const { grantRef, provider, generation } = row;
  return {
    grantRef,
    provider,
    generation,
    secret: await openSecret(platform, grantRef, 'active', row.sealed),
  };
}
