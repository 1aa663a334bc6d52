import { authorizePage, consentPage } from './page.ts';
import { errorReply, type Reply } from './reply.ts';
import type { Exchange, Route } from './serve.ts';
import type { World } from './world.ts';

/** The owner's pages: allow an app, and remove it again. */
export function ownerRoutes(world: World): Route[] {
  return [
    {
      kind: 'authorize',
      method: 'GET',
      pattern: '/oauth2/v3/authorize',
      answer: ({ query }) => showAuthorizePage(world, query),
    },
    {
      kind: 'authorize',
      method: 'POST',
      pattern: '/oauth2/v3/authorize',
      answer: ({ body }) => answerAuthorize(world, new URLSearchParams(body)),
    },
    {
      kind: 'authorize',
      method: 'GET',
      pattern: '/user/revoke/consent',
      answer: ({ query }) => htmlReply(consentPage(query.get('revoke_client_id') ?? '', false)),
    },
    {
      kind: 'authorize',
      method: 'POST',
      pattern: '/user/revoke/consent',
      answer: (exchange) => removeAccess(world, exchange),
    },
  ];
}

/** Where the owner's browser goes after "Allow", with the scopes that were left ticked. Throws on a bad request. */
export function allow(world: World, asked: URLSearchParams, unticked: readonly string[]): string {
  const problem = problemOf(world, asked);
  if (problem !== null) {
    throw new Error(`authorize: ${problem}`);
  }
  const scopes = scopesOf(asked).filter((scope) => !unticked.includes(scope));
  const redirectUri = asked.get('redirect_uri') ?? '';
  const back = new URL(redirectUri);
  back.searchParams.set('code', world.grants.newCode(scopes, redirectUri, world.clock.now()));
  back.searchParams.set('state', asked.get('state') ?? '');
  back.searchParams.set('issuer', 'https://auth.tesla.com/oauth2/v3');
  return back.toString();
}

function showAuthorizePage(world: World, asked: URLSearchParams): Reply {
  const problem = problemOf(world, asked);
  return problem === null
    ? htmlReply(authorizePage(new Map(asked), scopesOf(asked)))
    : errorReply(400, problem);
}

function answerAuthorize(world: World, asked: URLSearchParams): Reply {
  const problem = problemOf(world, asked);
  if (problem !== null) {
    return errorReply(400, problem);
  }
  if (asked.get('answer') === 'allow') {
    return redirect(allow(world, asked, []));
  }
  const back = new URL(asked.get('redirect_uri') ?? '');
  back.searchParams.set('error', 'access_denied');
  back.searchParams.set('state', asked.get('state') ?? '');
  return redirect(back.toString());
}

function removeAccess(world: World, { query }: Exchange): Reply {
  world.grants.withdrawAll();
  return htmlReply(consentPage(query.get('revoke_client_id') ?? '', true));
}

/** `state` is required by Tesla. */
function problemOf(world: World, asked: URLSearchParams): string | null {
  if (asked.get('client_id') !== world.clientId) {
    return 'unauthorized_client';
  }
  if (!URL.canParse(asked.get('redirect_uri') ?? '')) {
    return 'invalid_redirect_url';
  }
  const isComplete = asked.get('response_type') === 'code' && (asked.get('state') ?? '') !== '';
  return isComplete && scopesOf(asked).includes('openid') ? null : 'invalid_request';
}

function scopesOf(asked: URLSearchParams): string[] {
  return (asked.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
}

function htmlReply(text: string): Reply {
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, text };
}

function redirect(location: string): Reply {
  return { status: 302, headers: { location }, text: '' };
}
