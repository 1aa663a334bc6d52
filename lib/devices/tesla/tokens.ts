import * as z from 'zod';
import { type HttpAnswer, type Platform, parseJsonAnswer, ServiceError } from '../../platform/index.ts';
import type { FreshTokens } from '../vault/token-source.ts';
import { apiError } from './api-error.ts';
import { errorText } from './error-text.ts';
import { revokeToken } from './revoke-token.ts';
import { isSuccess, sendForm } from './send.ts';

/** `refresh_token` is asserted: one of Tesla's hosts is known to answer 200 without it. */
const tokensSchema = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.number().positive(),
});
const accessOnlySchema = z.object({ access_token: z.string().min(1) });

/** Throws `link-expired` where the code is spent, unknown or too old. */
export async function exchangeCode(platform: Platform, code: string): Promise<FreshTokens> {
  const answer = await sendForm(platform, platform.setting('TESLA_TOKEN_URL'), {
    grant_type: 'authorization_code',
    client_id: platform.setting('TESLA_CLIENT_ID'),
    client_secret: await platform.secret('tesla-client-secret'),
    code,
    audience: platform.setting('TESLA_API_URL'),
    redirect_uri: platform.setting('TESLA_REDIRECT_URL'),
  });
  if (answer.status === 400 && /invalid_auth_code|invalid_grant/.test(errorText(answer))) {
    throw new ServiceError('link-expired');
  }
  if (!isSuccess(answer)) {
    throw tokenError(platform, answer);
  }
  try {
    return freshTokens(platform, answer);
  } catch (thrown) {
    await giveBackHalfGrant(platform, answer);
    throw thrown;
  }
}

/** `refused` only for the two answers that end a grant; no other failure says that the token is dead. */
export async function refresh(platform: Platform, refreshToken: string): Promise<FreshTokens | 'refused'> {
  const answer = await askForRefresh(platform, refreshToken);
  if (isRefusal(answer)) {
    return 'refused';
  }
  if (!isSuccess(answer)) {
    throw tokenError(platform, answer);
  }
  return freshTokens(platform, answer);
}

/** Refreshing needs no client secret. */
export function askForRefresh(platform: Platform, refreshToken: string): Promise<HttpAnswer> {
  return sendForm(platform, platform.setting('TESLA_TOKEN_URL'), {
    grant_type: 'refresh_token',
    client_id: platform.setting('TESLA_CLIENT_ID'),
    refresh_token: refreshToken,
  });
}

export function isRefusal(answer: HttpAnswer): boolean {
  const isClientError = answer.status === 400 || answer.status === 401;
  return isClientError && /login_required|invalid_grant/.test(errorText(answer));
}

/** Throws retryable `bad-answer` where something is missing. */
export function freshTokens(platform: Platform, answer: HttpAnswer): FreshTokens {
  const tokens = parseJsonAnswer(answer, tokensSchema);
  return {
    accessToken: tokens.access_token,
    accessExpiresAt: platform.clock.now() + tokens.expires_in * 1000,
    refreshToken: tokens.refresh_token,
  };
}

/** At the token endpoint a 4xx is about our client, never about a car. */
function tokenError(platform: Platform, answer: HttpAnswer): ServiceError {
  const isOurs = answer.status >= 300 && answer.status < 499 && answer.status !== 429;
  return isOurs ? new ServiceError('misconfigured') : apiError(platform, answer);
}

/** An access token without its refresh token is of no use to us, but would live for hours. Best effort. */
async function giveBackHalfGrant(platform: Platform, answer: HttpAnswer): Promise<void> {
  try {
    const { access_token: accessToken } = parseJsonAnswer(answer, accessOnlySchema);
    await revokeToken(platform, accessToken, 'access_token');
  } catch (thrown) {
    platform.log.error('link-undo-failed', thrown);
  }
}
