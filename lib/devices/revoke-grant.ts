import { type Platform, ServiceError } from '../platform/index.ts';
import type { RevocationEvidence } from './port.ts';
import type { RevocationResult } from './provider.ts';
import { providerNamed } from './providers.ts';
import { closeSecret, type GrantSecret } from './vault/grant-secret.ts';
import { moveToRevocation, secretsToGiveBack } from './vault/revocation.ts';
import { deleteGrant, loadGrant, parkStray, saveRevocation, type VaultRow } from './vault/store.ts';

/** After this the tokens are destroyed even if the maker never answered; the owner is shown where to remove the grant. */
const hardStopMs = 72 * 60 * 60_000;
const keptSteps = 20;

/**
 * Gives everything back at the maker and has it refuse the old credential. Idempotent and resumable: the steps are kept
 * on the row, and a finished revocation answers the same again. Throws retryable `vendor-down` while the maker cannot be
 * told (at most for 72 hours after the move, then the evidence says `local-only`), and retryable `rate-limited` while a
 * refresh begun before is still in flight.
 */
export async function revokeGrant(platform: Platform, grantRef: string): Promise<RevocationEvidence> {
  await moveToRevocation(platform, grantRef);
  const row = await loadGrant(platform, grantRef);
  if (row === null) {
    return evidenceOfNothing(platform, grantRef);
  }
  if (row.level !== undefined) {
    return evidence(platform, row, row.level);
  }
  waitForRefreshInFlight(platform, row);
  const secrets = await secretsToGiveBack(platform, row);
  const result = await giveBack(platform, row, secrets);
  const steps = [...row.steps, ...result.steps].slice(-keptSteps);
  const level = settledLevel(platform, row, result);
  await keepReceived(platform, row, secrets, result);
  await saveRevocation(platform, grantRef, { steps, level });
  if (level === undefined) {
    throw new ServiceError('vendor-down', { retryable: true, retryAfterSeconds: result.retryAfterSeconds });
  }
  return evidence(platform, { ...row, steps }, level);
}

/** Removes the grant and all its tokens from the vault. Idempotent. */
export async function destroyGrant(platform: Platform, grantRef: string): Promise<void> {
  await deleteGrant(platform, grantRef);
}

function waitForRefreshInFlight(platform: Platform, row: VaultRow): void {
  const leftMs = row.leaseUntilAt - platform.clock.now();
  if (leftMs > 0) {
    throw new ServiceError('rate-limited', { retryable: true, retryAfterSeconds: Math.ceil(leftMs / 1000) });
  }
}

async function giveBack(
  platform: Platform,
  row: VaultRow,
  secrets: readonly GrantSecret[],
): Promise<RevocationResult> {
  if (secrets.length === 0) {
    return { verdict: 'again', steps: [], retryAfterSeconds: 600, received: [] };
  }
  const refreshTokens = secrets.flatMap((secret) => [
    secret.refreshToken,
    ...(secret.previousRefreshToken === null ? [] : [secret.previousRefreshToken]),
  ]);
  return providerNamed(row.provider).revoke(platform, {
    accessTokens: secrets.map(({ accessToken }) => accessToken),
    refreshTokens: [...new Set(refreshTokens)],
  });
}

/** `undefined` while it is worth trying again. */
function settledLevel(
  platform: Platform,
  row: VaultRow,
  result: RevocationResult,
): RevocationEvidence['level'] | undefined {
  if (result.verdict !== 'again') {
    return result.verdict;
  }
  const isPastHardStop = platform.clock.now() - (row.requestedAt ?? 0) >= hardStopMs;
  return isPastHardStop ? 'local-only' : undefined;
}

/** A maker that says "revoked" and then hands out tokens again: they are kept for the next attempt to burn. */
async function keepReceived(
  platform: Platform,
  row: VaultRow,
  secrets: readonly GrantSecret[],
  result: RevocationResult,
): Promise<void> {
  const known = secrets[0];
  if (result.verdict !== 'again' || known === undefined) {
    return;
  }
  for (const tokens of result.received) {
    const secret = { ...known, ...tokens, previousRefreshToken: null };
    await parkStray(platform, row.grantRef, await closeSecret(platform, row.grantRef, 'revoke', secret));
  }
}

function evidence(platform: Platform, row: VaultRow, level: RevocationEvidence['level']): RevocationEvidence {
  return {
    grantRef: row.grantRef,
    provider: row.provider,
    requestedAt: row.requestedAt ?? platform.clock.now(),
    steps: row.steps,
    level,
    ownerUrl: providerNamed(row.provider).ownerUrl(platform),
  };
}

/** A grant that is not in the vault: nothing is left that could be given back or proved with. */
function evidenceOfNothing(platform: Platform, grantRef: string): RevocationEvidence {
  return {
    grantRef,
    provider: 'tesla',
    requestedAt: platform.clock.now(),
    steps: [],
    level: 'local-only',
    ownerUrl: providerNamed('tesla').ownerUrl(platform),
  };
}
