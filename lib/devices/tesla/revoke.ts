import { asServiceError, type HttpAnswer, type Platform } from '../../platform/index.ts';
import type { Credentials, RevocationResult, RevocationStep } from '../provider.ts';
import type { FreshTokens } from '../vault/token-source.ts';
import { apiError } from './api-error.ts';
import { retryAfterSeconds } from './retry-after.ts';
import { revokeToken } from './revoke-token.ts';
import { isSuccess } from './send.ts';
import { askForRefresh, freshTokens, isRefusal } from './tokens.ts';

const againSeconds = 60;
/** Tesla may need minutes to let go everywhere. */
const stillAliveSeconds = 600;

/*
 * Tesla's prose does not describe its revocation endpoint, so nothing is believed without proof:
 *
 *   revoke each refresh token ── 2xx ───────────┐
 *                             ── 5xx, 429 ── again later
 *                             ── other 4xx ── cannot be revoked by us ─┐
 *   refresh with each  ── login_required ── proven  <──────────────────┴──┘
 *                      ── tokens ── revoked by us? again later : local-only, the owner must do it
 *                      ── anything else ── revoked by us? accepted : local-only
 *
 * The refresh token before the newest is honoured for a day more: it is burned and tried like the newest.
 */

/** Gives every credential back and tries whether Tesla still takes them. */
export async function revoke(platform: Platform, credentials: Credentials): Promise<RevocationResult> {
  const run: Run = { platform, steps: [], received: [], waitSeconds: againSeconds };
  const revoked = await revokeAll(run, credentials);
  if (revoked === 'again') {
    return result(run, 'again');
  }
  const proof = await tryAll(run, credentials.refreshTokens);
  if (proof === 'dead') {
    return result(run, 'proven');
  }
  if (proof === 'again' || (proof === 'alive' && revoked === 'yes')) {
    return result(run, 'again');
  }
  return result(run, revoked === 'yes' ? 'accepted' : 'local-only');
}

/** Gives back tokens that came too late to be kept. Throws where Tesla did not take them. */
export async function burn(platform: Platform, tokens: FreshTokens): Promise<void> {
  const answer = await revokeToken(platform, tokens.refreshToken, 'refresh_token');
  if (!isSuccess(answer)) {
    throw apiError(platform, answer);
  }
  await revokeToken(platform, tokens.accessToken, 'access_token');
}

/** Tesla's own page, where the owner sees and removes this app's access. */
export function ownerUrl(platform: Platform): string {
  const url = new URL('/user/revoke/consent', platform.setting('TESLA_REVOKE_URL'));
  url.searchParams.set('revoke_client_id', platform.setting('TESLA_CLIENT_ID'));
  return url.toString();
}

interface Run {
  readonly platform: Platform;
  readonly steps: RevocationStep[];
  readonly received: FreshTokens[];
  waitSeconds: number;
}

async function revokeAll(run: Run, credentials: Credentials): Promise<'yes' | 'no' | 'again'> {
  let revoked: 'yes' | 'no' = 'yes';
  for (const token of credentials.refreshTokens) {
    const answer = await step(run, 'revoke-refresh-token', () =>
      revokeToken(run.platform, token, 'refresh_token'),
    );
    if (answer === null || isPassing(run, answer)) {
      return 'again';
    }
    revoked = isSuccess(answer) ? revoked : 'no';
  }
  // Not waited for: where this is not possible, an access token ends by itself within eight hours.
  for (const token of credentials.accessTokens) {
    await step(run, 'revoke-access-token', () => revokeToken(run.platform, token, 'access_token'));
  }
  return revoked;
}

async function tryAll(
  run: Run,
  refreshTokens: readonly string[],
): Promise<'dead' | 'alive' | 'again' | 'not-told'> {
  for (const token of refreshTokens) {
    const answer = await step(run, 'prove', () => askForRefresh(run.platform, token));
    if (answer === null || isPassing(run, answer)) {
      return 'again';
    }
    if (isSuccess(answer)) {
      run.waitSeconds = stillAliveSeconds;
      keepReceived(run, answer);
      return 'alive';
    }
    if (!isRefusal(answer)) {
      return 'not-told';
    }
  }
  return 'dead';
}

function keepReceived(run: Run, answer: HttpAnswer): void {
  try {
    run.received.push(freshTokens(run.platform, answer));
  } catch {
    // A success without usable tokens gave nothing that could be burned.
  }
}

/** One call, written down. `null` where no answer came. */
async function step(run: Run, name: string, send: () => Promise<HttpAnswer>): Promise<HttpAnswer | null> {
  const at = run.platform.clock.now();
  try {
    const answer = await send();
    run.steps.push({ name, httpStatus: answer.status, at });
    return answer;
  } catch (thrown) {
    run.steps.push({ name, httpStatus: 0, at });
    if (asServiceError(thrown).code !== 'vendor-down') {
      throw thrown;
    }
    return null;
  }
}

/** Worth asking again later, after the time Tesla asks for. 501 says that the endpoint will never do it. */
function isPassing(run: Run, answer: HttpAnswer): boolean {
  const passes = answer.status === 429 || (answer.status >= 499 && answer.status !== 501);
  if (passes) {
    run.waitSeconds = retryAfterSeconds(run.platform, answer, againSeconds);
  }
  return passes;
}

function result(run: Run, verdict: RevocationResult['verdict']): RevocationResult {
  return { verdict, steps: run.steps, retryAfterSeconds: run.waitSeconds, received: run.received };
}
