import { asServiceError, type Platform, ServiceError } from '../../platform/index.ts';
import { closeSecret, type GrantSecret, openSecret, type Purpose } from './grant-secret.ts';
import { loadGrant, moveToRevoke, type VaultRow } from './store.ts';

/**
 * Seals the grant again for the one purpose of giving it back: from here no worker can use it, and a refresh in flight
 * fails to store what it gets. Does nothing where that is done or the grant is gone.
 */
export async function moveToRevocation(platform: Platform, grantRef: string): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const row = await loadGrant(platform, grantRef);
    if (row === null || row.purpose === 'revoke') {
      return;
    }
    const sealed = await resealed(platform, row);
    const requestedAt = platform.clock.now();
    if (await moveToRevoke(platform, { grantRef, generation: row.generation, sealed, requestedAt })) {
      return;
    }
  }
  throw new ServiceError('stale-write', { retryable: true });
}

/** A secret that cannot be opened must not keep a customer from being forgotten: it is moved as it is. */
async function resealed(platform: Platform, row: VaultRow): Promise<Uint8Array> {
  try {
    const secret = await openSecret(platform, row.grantRef, 'active', row.sealed);
    return await closeSecret(platform, row.grantRef, 'revoke', secret);
  } catch (thrown) {
    if (asServiceError(thrown).code === 'sealed-text-unreadable') {
      return row.sealed;
    }
    throw thrown;
  }
}

/** Every secret of a grant that is being given back, newest first; empty where none can be opened. */
export async function secretsToGiveBack(platform: Platform, row: VaultRow): Promise<GrantSecret[]> {
  const found: GrantSecret[] = [];
  for (const sealed of [row.sealed, ...row.strays.toReversed()]) {
    const secret =
      (await openUnder(platform, row.grantRef, 'revoke', sealed)) ??
      (await openUnder(platform, row.grantRef, 'active', sealed));
    if (secret !== null) {
      found.push(secret);
    }
  }
  return found;
}

async function openUnder(
  platform: Platform,
  grantRef: string,
  purpose: Purpose,
  sealed: Uint8Array,
): Promise<GrantSecret | null> {
  try {
    return await openSecret(platform, grantRef, purpose, sealed);
  } catch (thrown) {
    if (asServiceError(thrown).code === 'sealed-text-unreadable') {
      return null;
    }
    throw thrown;
  }
}
