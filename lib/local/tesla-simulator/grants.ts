import type { Random } from '../../platform/index.ts';
import type { Instant } from '../../time/index.ts';
import { accessToken } from './access-token.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
export const accessSeconds = 8 * 3600;
const codeMs = 10 * minuteMs;
const refreshMs = 90 * dayMs;
/** The most recently used refresh token keeps working this long, for a client that lost the new one. */
const graceMs = dayMs;

interface Code {
  readonly code: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  readonly expiresAt: Instant;
  isSpent: boolean;
}

interface AccessToken {
  readonly token: string;
  readonly expiresAt: Instant;
  isRevoked: boolean;
}

interface RefreshToken {
  readonly token: string;
  readonly expiresAt: Instant;
  isRevoked: boolean;
  /** When it was first used. */
  usedAt: Instant | null;
  spends: number;
}

interface Grant {
  readonly scopes: readonly string[];
  readonly audience: string;
  isWithdrawn: boolean;
  /** Every refresh token of the grant, in the order they were given. */
  readonly refreshTokens: RefreshToken[];
  readonly accessTokens: AccessToken[];
}

/** Plain JSON. */
export interface GrantsState {
  readonly codes: Code[];
  readonly grants: Grant[];
}

/** How much a revoked refresh token takes with it. RFC 7009 leaves it open; `token` asks more of a client. */
export type RevocationReach = 'token' | 'grant';

export interface IssuedTokens {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  readonly scopes: readonly string[];
}

/** The account's side of OAuth: who was allowed what, and which tokens are alive. */
export class Grants {
  readonly state: GrantsState;
  private readonly random: Random;
  private readonly clientId: string;

  constructor(state: GrantsState, random: Random, clientId: string) {
    this.state = state;
    this.random = random;
    this.clientId = clientId;
  }

  newCode(scopes: readonly string[], redirectUri: string, now: Instant): string {
    const code = `EU_${this.random.id()}`;
    this.state.codes.push({ code, scopes, redirectUri, expiresAt: now + codeMs, isSpent: false });
    return code;
  }

  /** Codes are single use. */
  spendCode(
    code: string,
    redirectUri: string,
    audience: string,
    now: Instant,
  ): IssuedTokens | 'invalid_auth_code' | 'invalid_redirect_url' {
    const found = this.state.codes.find((known) => known.code === code);
    if (found === undefined || found.isSpent || now >= found.expiresAt) {
      return 'invalid_auth_code';
    }
    if (found.redirectUri !== redirectUri) {
      return 'invalid_redirect_url';
    }
    found.isSpent = true;
    const { scopes } = found;
    const grant: Grant = { scopes, audience, isWithdrawn: false, refreshTokens: [], accessTokens: [] };
    this.state.grants.push(grant);
    return this.issue(grant, now);
  }

  /** Null: `login_required`. */
  spendRefreshToken(token: string, now: Instant): IssuedTokens | null {
    const found = this.findRefreshToken(token);
    if (found === null || !isAccepted(found.grant, found.refresh, now)) {
      return null;
    }
    found.refresh.usedAt ??= now;
    found.refresh.spends++;
    return this.issue(found.grant, now);
  }

  /** RFC 7009 §2.1: a token that is unknown or dead is fine too. */
  revoke(token: string, reach: RevocationReach): void {
    for (const grant of this.state.grants) {
      const own = [...grant.refreshTokens, ...grant.accessTokens];
      const revoked = own.find((known) => known.token === token);
      if (revoked === undefined) {
        continue;
      }
      const takesAll = reach === 'grant' && grant.refreshTokens.some((known) => known.token === token);
      for (const dead of takesAll ? own : [revoked]) {
        dead.isRevoked = true;
      }
    }
  }

  /** The owner removes the app on the consent page. */
  withdrawAll(): void {
    for (const grant of this.state.grants) {
      grant.isWithdrawn = true;
    }
  }

  checkAccessToken(token: string, now: Instant): Readonly<Grant> | 'invalid' | 'expired' {
    for (const grant of this.state.grants) {
      const found = grant.accessTokens.find((known) => known.token === token);
      if (found !== undefined && now >= found.expiresAt) {
        return 'expired';
      }
      if (found !== undefined) {
        return grant.isWithdrawn || found.isRevoked ? 'invalid' : grant;
      }
    }
    return 'invalid';
  }

  /** What Tesla would still accept. */
  alive(now: Instant): { refresh: number; access: number } {
    const { grants } = this.state;
    return {
      refresh: grants.flatMap((grant) =>
        grant.refreshTokens.filter((refresh) => isAccepted(grant, refresh, now)),
      ).length,
      access: grants.flatMap((grant) =>
        grant.accessTokens.filter(
          (access) => !grant.isWithdrawn && !access.isRevoked && now < access.expiresAt,
        ),
      ).length,
    };
  }

  /** How often each refresh token was spent, in the order they were given. */
  refreshSpends(): number[] {
    return this.state.grants.flatMap((grant) => grant.refreshTokens.map(({ spends }) => spends));
  }

  private findRefreshToken(token: string): { grant: Grant; refresh: RefreshToken } | null {
    for (const grant of this.state.grants) {
      const refresh = grant.refreshTokens.find((known) => known.token === token);
      if (refresh !== undefined) {
        return { grant, refresh };
      }
    }
    return null;
  }

  private issue(grant: Grant, now: Instant): IssuedTokens {
    const { scopes } = grant;
    const access = accessToken({ random: this.random, clientId: this.clientId, now, ...grant });
    grant.accessTokens.push({ token: access, expiresAt: now + accessSeconds * 1000, isRevoked: false });
    if (!scopes.includes('offline_access')) {
      return { accessToken: access, refreshToken: null, scopes };
    }
    const token = `EU_${this.random.id()}${this.random.id()}`;
    const expiresAt = now + refreshMs;
    grant.refreshTokens.push({ token, expiresAt, isRevoked: false, usedAt: null, spends: 0 });
    return { accessToken: access, refreshToken: token, scopes };
  }
}

/**
 * Only the newest token, and for a day the one that was used most recently. A used token that is spent again replaces
 * the token given for its first use: the harsher reading of what the documentation leaves open.
 */
function isAccepted(grant: Grant, refresh: RefreshToken, now: Instant): boolean {
  if (grant.isWithdrawn || refresh.isRevoked || now >= refresh.expiresAt) {
    return false;
  }
  if (refresh === grant.refreshTokens.at(-1)) {
    return true;
  }
  const lastUsed = grant.refreshTokens.findLast(({ usedAt }) => usedAt !== null);
  return refresh === lastUsed && now - (refresh.usedAt ?? now) <= graceMs;
}
