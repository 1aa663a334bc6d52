import { type Platform, ServiceError } from '../../platform/index.ts';
import { closeSecret, type GrantSecret } from './grant-secret.ts';
import { type OpenGrant, openGrant, openRow } from './open-grant.ts';
import { loadGrant, markRefused, parkStray, releaseLease, saveNextGeneration, takeLease } from './store.ts';
import type { FreshTokens, TokenSource, TokenSources } from './token-source.ts';

/** Longer than the token call can take (10 s), so that two workers never spend one token; shorter than anybody's patience. */
const leaseMs = 30_000;
/** Tokens are renewed this long before they end, so that a maker's short outage does not show. */
const marginMs = 10 * 60_000;
/** An access token with less left than this is not worth starting a call with. */
const lastUseMs = 30_000;

/*
 * Refresh tokens are single use: one worker spends, everybody uses. Two workers, one generation:
 *
 *   A  load g1 ── lease ── spend R1 ─────────── store g2 ── use
 *   B       load g1 ── lease refused ── access token still good? use it : come back in some seconds
 *
 * A dies after the maker rotated: the lease ends by itself and the next worker spends R1 again, which the maker honours
 * for a day as the most recently used one. A sleeps past its lease and B spends R1 too: the last leaseholder's tokens
 * are the ones the maker gave last, so A's write is refused and A drops what it got.
 */

/**
 * A grant whose access token can be used now. With `refusedGeneration` the maker has just refused that generation's
 * access token: it is renewed although it looked good. Throws `needs-reauth`, `withdrawal-in-progress`, and retryable
 * `rate-limited` where another worker is renewing it right now.
 */
export async function freshGrant(
  platform: Platform,
  sources: TokenSources,
  grantRef: string,
  refusedGeneration: number | null = null,
): Promise<OpenGrant> {
  const grant = await openGrant(platform, grantRef);
  const isGood =
    refusedGeneration === null ? lastsFor(platform, grant, marginMs) : grant.generation > refusedGeneration;
  if (isGood) {
    return grant;
  }
  const owner = platform.random.id();
  const nowAt = platform.clock.now();
  const { generation } = grant;
  if (await takeLease(platform, { grantRef, generation, owner, nowAt, untilAt: nowAt + leaseMs })) {
    return spend({ platform, source: sources(grant.provider), owner, grant, refusedGeneration });
  }
  return useWhatThereIs(platform, grant, refusedGeneration);
}

interface Spending {
  readonly platform: Platform;
  readonly source: TokenSource;
  readonly owner: string;
  readonly grant: OpenGrant;
  readonly refusedGeneration: number | null;
}

async function spend(spending: Spending): Promise<OpenGrant> {
  const { platform, source, owner, grant } = spending;
  const { grantRef, generation } = grant;
  let answer: FreshTokens | 'refused';
  try {
    answer = await source.refresh(platform, grant.secret.refreshToken);
  } catch (thrown) {
    // Best effort: a lease that is not released ends by itself.
    await releaseLease(platform, grantRef, owner).catch(() => false);
    if (spending.refusedGeneration === null && lastsFor(platform, grant, lastUseMs)) {
      return grant;
    }
    throw thrown;
  }
  if (answer === 'refused') {
    return endGrant(spending);
  }
  const secret: GrantSecret = {
    ...grant.secret,
    ...answer,
    previousRefreshToken: grant.secret.refreshToken,
  };
  const sealed = await closeSecret(platform, grantRef, 'active', secret);
  if (await saveNextGeneration(platform, { grantRef, generation, owner, sealed })) {
    return { ...grant, generation: generation + 1, secret };
  }
  return afterLostWrite(spending, answer, sealed);
}

/** The maker's refusal ends the grant only if the refused token is still the one in the vault. */
async function endGrant({ platform, owner, grant }: Spending): Promise<OpenGrant> {
  if (await markRefused(platform, { grantRef: grant.grantRef, generation: grant.generation, owner })) {
    throw new ServiceError('needs-reauth');
  }
  return newerGrant(platform, grant);
}

/** Consent was withdrawn while the maker answered: what it gave must be given back, or parked for the revocation to burn. */
async function afterLostWrite(
  spending: Spending,
  received: FreshTokens,
  sealed: Uint8Array,
): Promise<OpenGrant> {
  const { platform, source, grant } = spending;
  const row = await loadGrant(platform, grant.grantRef);
  if (row !== null && row.purpose === 'active') {
    return newerGrant(platform, grant);
  }
  try {
    await source.burn(platform, received);
  } catch (thrown) {
    if (!(await parkStray(platform, grant.grantRef, sealed))) {
      throw thrown;
    }
  }
  throw new ServiceError('withdrawal-in-progress');
}

async function useWhatThereIs(
  platform: Platform,
  grant: OpenGrant,
  refusedGeneration: number | null,
): Promise<OpenGrant> {
  if (refusedGeneration === null && lastsFor(platform, grant, lastUseMs)) {
    return grant;
  }
  return newerGrant(platform, grant);
}

/** What another worker stored meanwhile; where it has not yet, the caller comes back: no worker waits asleep. */
async function newerGrant(platform: Platform, grant: OpenGrant): Promise<OpenGrant> {
  const row = await loadGrant(platform, grant.grantRef);
  const newer = await openRow(platform, row);
  if (newer.generation > grant.generation) {
    return newer;
  }
  const leftMs = (row?.leaseUntilAt ?? 0) - platform.clock.now();
  throw new ServiceError('rate-limited', {
    retryable: true,
    retryAfterSeconds: Math.min(Math.max(Math.ceil(leftMs / 1000), 1), leaseMs / 1000),
  });
}

function lastsFor(platform: Platform, grant: OpenGrant, ms: number): boolean {
  return grant.secret.accessExpiresAt - platform.clock.now() > ms;
}
