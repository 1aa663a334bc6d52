import { accessSeconds, type IssuedTokens } from './grants.ts';
import { jsonReply, type Reply } from './reply.ts';
import type { Exchange, Route } from './serve.ts';
import type { World } from './world.ts';

/** The server side of OAuth: tokens and their revocation (RFC 7009). `audience` is the API's own address. */
export function tokenRoutes(world: World, audience: string): Route[] {
  return [
    {
      kind: 'token',
      method: 'POST',
      pattern: '/oauth2/v3/token',
      answer: (exchange) => answerToken(world, audience, exchange),
    },
    {
      kind: 'revoke',
      method: 'POST',
      pattern: '/oauth2/v3/revoke',
      answer: (exchange) => answerRevoke(world, exchange),
    },
  ];
}

function answerToken(world: World, audience: string, exchange: Exchange): Reply {
  const form = formOf(exchange);
  if (form === null) {
    return oauthError(400, 'invalid_request');
  }
  if (form.get('client_id') !== world.clientId) {
    return oauthError(400, 'unauthorized_client');
  }
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return exchangeCode(world, audience, form);
    case 'refresh_token':
      return refresh(world, form);
    default:
      return oauthError(400, 'unsupported_grant_type');
  }
}

function exchangeCode(world: World, audience: string, form: URLSearchParams): Reply {
  if (form.get('client_secret') !== world.clientSecret) {
    return oauthError(400, 'unauthorized_client');
  }
  if (form.get('audience') !== audience) {
    return oauthError(400, 'invalid_request');
  }
  const redirectUri = form.get('redirect_uri') ?? '';
  const issued = world.grants.spendCode(form.get('code') ?? '', redirectUri, audience, world.clock.now());
  return typeof issued === 'string' ? oauthError(400, issued) : tokensReply(issued);
}

function refresh(world: World, form: URLSearchParams): Reply {
  const issued = world.grants.spendRefreshToken(form.get('refresh_token') ?? '', world.clock.now());
  return issued === null ? oauthError(401, 'login_required') : tokensReply(issued);
}

function answerRevoke(world: World, exchange: Exchange): Reply {
  const form = formOf(exchange);
  if (form === null || !form.has('token')) {
    return oauthError(400, 'invalid_request');
  }
  if (form.get('client_id') !== world.clientId) {
    return oauthError(400, 'unauthorized_client');
  }
  world.grants.revoke(form.get('token') ?? '', world.revocationReach);
  return { status: 200, headers: {}, text: '' };
}

function tokensReply(issued: IssuedTokens): Reply {
  return jsonReply(200, {
    access_token: issued.accessToken,
    ...(issued.refreshToken === null ? {} : { refresh_token: issued.refreshToken }),
    id_token: 'eyJhbGciOiJub25lIn0.eyJlbWFpbCI6Im93bmVyQGV4YW1wbGUuY29tIn0.',
    expires_in: accessSeconds,
    token_type: 'Bearer',
  });
}

function formOf(exchange: Exchange): URLSearchParams | null {
  const isForm = exchange.header('content-type').startsWith('application/x-www-form-urlencoded');
  return isForm ? new URLSearchParams(exchange.body) : null;
}

function oauthError(status: number, error: string): Reply {
  return jsonReply(status, {
    error,
    error_description: `The request failed: ${error}`,
    referenceID: 'ref-0',
  });
}
