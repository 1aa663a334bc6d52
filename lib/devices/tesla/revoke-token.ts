import type { HttpAnswer, Platform } from '../../platform/index.ts';
import { sendForm } from './send.ts';

/** RFC 7009: 2xx also for a token that is dead already. Throws retryable `vendor-down` where no answer came. */
export function revokeToken(
  platform: Platform,
  token: string,
  hint: 'refresh_token' | 'access_token',
): Promise<HttpAnswer> {
  return sendForm(platform, platform.setting('TESLA_REVOKE_URL'), {
    token,
    token_type_hint: hint,
    client_id: platform.setting('TESLA_CLIENT_ID'),
  });
}
