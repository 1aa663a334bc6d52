import { type Platform, ServiceError } from '../../platform/index.ts';
import { closeSecret, type GrantSecret } from './grant-secret.ts';
import { type OpenGrant, openGrant } from './open-grant.ts';
import { freshGrant } from './refresh.ts';
import { saveSameGeneration } from './store.ts';
import type { TokenSources } from './token-source.ts';

/** A grant opened for one piece of work. */
export interface GrantSession {
  readonly platform: Platform;
  /** The newest this worker knows; ask again after `renew`. */
  grant(): OpenGrant;
  /** The maker refused the access token: renewed once, or replaced by what another worker stored meanwhile. */
  renew(): Promise<void>;
  /** Changes what is sealed beside the tokens. */
  remember(change: Partial<Pick<GrantSecret, 'vehicles' | 'regionBase'>>): Promise<void>;
}

/** Throws what `freshGrant` throws. */
export async function openSession(
  platform: Platform,
  sources: TokenSources,
  grantRef: string,
): Promise<GrantSession> {
  let current = await freshGrant(platform, sources, grantRef);
  return {
    platform,
    grant: () => current,
    async renew() {
      current = await freshGrant(platform, sources, grantRef, current.generation);
    },
    async remember(change) {
      current = await changeSecret(platform, grantRef, change);
    },
  };
}

async function changeSecret(
  platform: Platform,
  grantRef: string,
  change: Partial<GrantSecret>,
): Promise<OpenGrant> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const grant = await openGrant(platform, grantRef);
    const secret = { ...grant.secret, ...change };
    const sealed = await closeSecret(platform, grantRef, 'active', secret);
    if (await saveSameGeneration(platform, { grantRef, generation: grant.generation, sealed })) {
      return { ...grant, secret };
    }
  }
  throw new ServiceError('stale-write', { retryable: true });
}
