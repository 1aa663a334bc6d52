import type { Random } from '../../platform/index.ts';
import type { Instant } from '../../time/index.ts';

/** Shaped like Tesla's JWT; the signature is noise, because only the simulator checks it. */
export function accessToken(claims: {
  readonly random: Random;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly audience: string;
  readonly now: Instant;
}): string {
  const issuedAtSeconds = Math.floor(claims.now / 1000);
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const header = part({ alg: 'RS256', typ: 'JWT', kid: 'simulator' });
  const payload = part({
    iss: 'https://fleet-auth.tesla.com/oauth2/v3/nts',
    azp: claims.clientId,
    sub: claims.random.id(),
    aud: [claims.audience, 'https://fleet-auth.tesla.com/oauth2/v3/userinfo'],
    scp: claims.scopes,
    ou_code: 'EU',
    amr: ['pwd'],
    iat: issuedAtSeconds,
    exp: issuedAtSeconds + 8 * 3600,
  });
  return `${header}.${payload}.${claims.random.id()}${claims.random.id()}`;
}
