import { type Platform, ServiceError } from '../platform/index.ts';
import type { FoundVehicle, ProviderName } from './port.ts';
import type { Provider } from './provider.ts';
import { providerNamed } from './providers.ts';
import { closeSecret, openSecret } from './vault/grant-secret.ts';
import { openSession } from './vault/session.ts';
import { createGrant, deleteGrant, loadGrant } from './vault/store.ts';
import type { FreshTokens } from './vault/token-source.ts';

/** Where the owner is sent to allow access; the maker sends them back with a code and this state. */
export function authorizeUrl(platform: Platform, provider: ProviderName, state: string): string {
  return providerNamed(provider).authorizeUrl(platform, state);
}

/**
 * Exchanges the code, seals the tokens and finds the vehicles. A link that cannot be completed leaves nothing behind:
 * what the maker gave is given back. A caller that must know the reference before anything happens brings its own. Throws
 * `link-expired` where the code is spent or unknown, and `needs-owner-action` where the account has no vehicle.
 */
export async function completeGrant(
  platform: Platform,
  link: {
    readonly provider: ProviderName;
    readonly code: string;
    readonly grantRef?: string;
    /** A car that stands on one of these keeps its reference. */
    readonly formerGrantRefs?: readonly string[];
  },
): Promise<{ grantRef: string; vehicles: FoundVehicle[] }> {
  const provider = providerNamed(link.provider);
  const tokens = await provider.exchangeCode(platform, link.code);
  const grantRef = link.grantRef ?? platform.random.id();
  try {
    await sealNewGrant(platform, grantRef, link.provider, tokens);
    const known = await knownVehicles(platform, link.formerGrantRefs ?? []);
    return { grantRef, vehicles: await findVehicles(platform, provider, grantRef, known) };
  } catch (thrown) {
    await undo(platform, provider, grantRef, tokens);
    throw thrown;
  }
}

async function sealNewGrant(
  platform: Platform,
  grantRef: string,
  provider: ProviderName,
  tokens: FreshTokens,
): Promise<void> {
  const sealed = await closeSecret(platform, grantRef, 'active', {
    ...tokens,
    previousRefreshToken: null,
    vehicles: [],
    regionBase: null,
  });
  await createGrant(platform, { grantRef, provider, sealed });
}

async function findVehicles(
  platform: Platform,
  provider: Provider,
  grantRef: string,
  known: ReadonlyMap<string, string>,
): Promise<FoundVehicle[]> {
  const session = await openSession(platform, providerNamed, grantRef);
  const found = await provider.findVehicles(session);
  if (found.length === 0) {
    throw new ServiceError('needs-owner-action');
  }
  const vehicles = found.map(({ id, vin }) => ({
    vehicleRef: known.get(vin) ?? platform.random.id(),
    id,
    vin,
  }));
  await session.remember({ vehicles });
  return vehicles.map(({ vehicleRef }) => ({ vehicleRef }));
}

/** References by VIN from earlier grants, also those that the maker refuses by now. One that does not open is passed over. */
async function knownVehicles(
  platform: Platform,
  grantRefs: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const known = new Map<string, string>();
  for (const grantRef of grantRefs) {
    const row = await loadGrant(platform, grantRef);
    if (row === null || row.purpose !== 'active') continue;
    try {
      const { vehicles } = await openSecret(platform, grantRef, 'active', row.sealed);
      for (const { vin, vehicleRef } of vehicles) known.set(vin, vehicleRef);
    } catch (thrown) {
      platform.log.error('former-grant-unreadable', thrown);
    }
  }
  return known;
}

/** Best effort: the first error is what the caller must hear of. The row goes only when the tokens are given back. */
async function undo(
  platform: Platform,
  provider: Provider,
  grantRef: string,
  tokens: FreshTokens,
): Promise<void> {
  try {
    await provider.burn(platform, tokens);
    await deleteGrant(platform, grantRef);
  } catch (thrown) {
    platform.log.error('link-undo-failed', thrown);
  }
}
