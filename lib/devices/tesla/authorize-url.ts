import type { Platform } from '../../platform/index.ts';

/**
 * As little as smart charging can do with: battery and plug, and start, stop and limit. No position, no profile, no
 * other commands. Tesla leaves out of its answers what was not asked for here.
 */
const scopes = ['openid', 'offline_access', 'vehicle_device_data', 'vehicle_charging_cmds'];

/** `prompt_missing_scopes` asks again for what the owner unticked in an earlier link. */
export function authorizeUrl(platform: Platform, state: string): string {
  const url = new URL(platform.setting('TESLA_AUTHORIZE_URL'));
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: platform.setting('TESLA_CLIENT_ID'),
    redirect_uri: platform.setting('TESLA_REDIRECT_URL'),
    scope: scopes.join(' '),
    state,
    locale: 'nb-NO',
    prompt_missing_scopes: 'true',
  }).toString();
  return url.toString();
}
