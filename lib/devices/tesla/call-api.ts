import type { HttpAnswer } from '../../platform/index.ts';
import type { GrantSession } from '../vault/session.ts';
import { apiError } from './api-error.ts';
import { errorText } from './error-text.ts';
import { namedBase } from './region.ts';
import { isSuccess, sendOrDown } from './send.ts';

export interface ApiCall {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  readonly timeoutMs?: number;
}

/**
 * One call to the Fleet API for a grant: a refused access token is renewed once, a wrong region is switched once per
 * grant. Throws canonical errors.
 */
export async function callApi(session: GrantSession, call: ApiCall): Promise<HttpAnswer> {
  let answer = await renewing(session, () => sendCall(session, apiBase(session), call));
  const base = answer.status === 421 ? namedBase(session.platform, answer, apiBase(session)) : null;
  if (base !== null && session.grant().secret.regionBase === null) {
    await session.remember({ regionBase: base });
    answer = await sendCall(session, base, call);
  }
  if (!isSuccess(answer)) {
    throw apiError(session.platform, answer);
  }
  return answer;
}

/**
 * Sends again with renewed tokens where the access token was refused. A 401 about the car's own switch is not the
 * token's fault, and `null` (no answer) is passed on.
 */
export async function renewing<Answer extends HttpAnswer | null>(
  session: GrantSession,
  send: () => Promise<Answer>,
): Promise<Answer> {
  const answer = await send();
  if (answer?.status !== 401 || /mobile.access.disabled/.test(errorText(answer))) {
    return answer;
  }
  await session.renew();
  return send();
}

/** Tesla refuses calls without the JSON content type (406), with or without a body. */
export function sendCall(session: GrantSession, base: string, call: ApiCall): Promise<HttpAnswer> {
  return sendOrDown(session.platform, {
    method: call.method,
    url: `${base}${call.path}`,
    headers: {
      authorization: `Bearer ${session.grant().secret.accessToken}`,
      'content-type': 'application/json',
      accept: 'application/json',
    },
    ...(call.body === undefined ? {} : { body: call.body }),
    ...(call.timeoutMs === undefined ? {} : { timeoutMs: call.timeoutMs }),
  });
}

function apiBase(session: GrantSession): string {
  return session.grant().secret.regionBase ?? session.platform.setting('TESLA_API_URL');
}
