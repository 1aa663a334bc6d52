import { request as httpRequest } from 'node:http';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RouteTrigger } from '../../lib/wiring.ts';
import { type SmallCloud, startSmallCloud } from '../support/small-cloud.ts';

type Event = APIGatewayProxyEventV2WithJWTAuthorizer;
const MIB = 1024 * 1024;

let cloud: SmallCloud;
let token: string;

const route = (method: RouteTrigger['method'], path: string, isProtected = true): RouteTrigger => ({
  kind: 'route',
  method,
  path,
  protected: isProtected,
});
const echo = {
  row: {
    triggers: [
      route('GET', '/v1/echo'),
      route('POST', '/v1/echo'),
      route('PUT', '/v1/things/{thingRef}/wishes'),
    ],
  },
  run: (event: Event) => ({
    statusCode: 201,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(event),
  }),
};
const answers: Readonly<Record<string, unknown>> = {
  object: { hello: 'world' },
  text: 'plain',
  nothing: undefined,
  binary: { statusCode: 200, body: Buffer.from([1, 2, 255]).toString('base64'), isBase64Encoded: true },
  cookies: { statusCode: 200, cookies: ['a=1', 'b=2'], body: '' },
  malformed: { statusCode: 'two hundred' },
};

beforeAll(async () => {
  cloud = await startSmallCloud({
    functions: {
      echo,
      fixed: {
        row: { triggers: [route('PUT', '/v1/things/fixed/wishes', false)] },
        run: () => ({ fixed: true }),
      },
      answers: {
        row: { triggers: [route('GET', '/answers/{kind}', false)] },
        run: (event: Event) => {
          const kind = event.pathParameters?.kind ?? '';
          if (kind === 'throw') throw new Error('what nobody outside may read');
          return answers[kind];
        },
      },
    },
  });
  token = await cloud.identity.tokenFor('customer-1');
});
afterAll(() => cloud.stop());

async function call(
  method: string,
  path: string,
  options: { token?: string | null; body?: string | Buffer; headers?: Record<string, string> } = {},
) {
  const bearer = options.token === undefined ? token : options.token;
  const answer = await fetch(cloud.origin + path, {
    method,
    headers: { ...(bearer !== null && { authorization: `Bearer ${bearer}` }), ...options.headers },
    ...(options.body !== undefined && { body: options.body as BodyInit }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, json: () => JSON.parse(text) };
}

describe('a protected route', () => {
  it('hands the verified claims over as texts', async () => {
    const { status, json } = await call('GET', '/v1/echo');
    expect(status).toBe(201);
    const { claims } = (json() as Event).requestContext.authorizer.jwt;
    expect(claims).toMatchObject({ sub: 'customer-1', aud: 'smartlading-app' });
    expect(Object.values(claims).every((claim) => typeof claim === 'string')).toBe(true);
  });

  it.each([
    ['no token', async () => null],
    ['a text that is no token', async () => 'abc'],
    ['an expired token', () => cloud.identity.tokenFor('customer-1', { lifetimeSeconds: -1 })],
    ['a token for somebody else', () => cloud.identity.tokenFor('customer-1', { audience: 'another-app' })],
    ['a token of another issuer', () => cloud.identity.tokenFor('customer-1', { issuer: 'http://evil' })],
    ['a token whose claims were changed', async () => tampered(token)],
    ['an unsigned token', async () => unsigned(token)],
  ])('refuses %s with 401 and no more words', async (_, make) => {
    const { status, text, headers } = await call('GET', '/v1/echo', { token: await make() });
    expect([status, text]).toEqual([401, '{"message":"Unauthorized"}']);
    expect(headers.get('www-authenticate')).toBe('Bearer');
  });

  it('takes a token by the simulated clock', async () => {
    const brief = await cloud.identity.tokenFor('customer-1', { lifetimeSeconds: 60 });
    expect((await call('GET', '/v1/echo', { token: brief })).status).toBe(201);
    await cloud.engine.runUntil(cloud.clock.now() + 61_000);
    expect((await call('GET', '/v1/echo', { token: brief })).status).toBe(401);
  });
});

describe('routes', () => {
  it.each([
    ['GET', '/v1/nothing'],
    ['DELETE', '/v1/echo'],
    ['GET', '/v1/things/a/wishes'],
    ['PUT', '/v1/things//wishes'],
    ['GET', '/v1/echo/'],
  ])('%s %s is 404, as on an HTTP API', async (method, path) => {
    const { status, text } = await call(method, path);
    expect([status, text]).toEqual([404, '{"message":"Not Found"}']);
  });

  it('bind path parameters, decoded', async () => {
    const { json } = await call('PUT', '/v1/things/a%2Fb%20c/wishes');
    expect(json()).toMatchObject({
      routeKey: 'PUT /v1/things/{thingRef}/wishes',
      rawPath: '/v1/things/a%2Fb%20c/wishes',
      pathParameters: { thingRef: 'a/b c' },
    });
  });

  it('prefer fixed words to parameters', async () => {
    expect((await call('PUT', '/v1/things/fixed/wishes')).json()).toEqual({ fixed: true });
  });
});

describe('the event of a request', () => {
  it('has the shape of payload format 2.0', async () => {
    const { json } = await call('GET', '/v1/echo?from=1&from=2&to=%C3%A6', {
      headers: { 'X-Some-Header': 'Value', cookie: 'a=1; b=2' },
    });
    const event = json() as Event;
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'GET /v1/echo',
      rawQueryString: 'from=1&from=2&to=%C3%A6',
      queryStringParameters: { from: '1,2', to: 'æ' },
      cookies: ['a=1', 'b=2'],
      isBase64Encoded: false,
      requestContext: { http: { method: 'GET', path: '/v1/echo' }, stage: '$default' },
    });
    expect(event.headers['x-some-header']).toBe('Value');
    expect(event.headers).not.toHaveProperty('cookie');
    expect(event).not.toHaveProperty('body');
    expect(event.requestContext.timeEpoch).toBe(cloud.clock.now());
  });

  it.each([
    ['application/json', '{"a":"æ"}', false],
    ['application/problem+json; charset=utf-8', '{}', false],
    ['application/octet-stream', 'bytes', true],
    ['image/png', 'bytes', true],
  ])('carries a body of %s as text or base64', async (type, body, isBase64Encoded) => {
    const { json } = await call('POST', '/v1/echo', { body, headers: { 'content-type': type } });
    const sent = isBase64Encoded ? Buffer.from(body).toString('base64') : body;
    expect(json()).toMatchObject({ body: sent, isBase64Encoded });
  });

  it('is not made for a body over 10 MiB', async () => {
    const within = await call('POST', '/v1/echo', { body: Buffer.alloc(10 * MIB, 97) });
    expect(within.status).toBe(201);
    const beyond = await call('POST', '/v1/echo', { body: Buffer.alloc(10 * MIB + 1, 97) });
    expect([beyond.status, beyond.text]).toEqual([413, '{"message":"Request Entity Too Large"}']);
  });
});

describe('the answer of a function', () => {
  it.each([
    ['object', 200, '{"hello":"world"}'],
    ['text', 200, 'plain'],
    ['nothing', 200, 'null'],
    ['malformed', 500, '{"message":"Internal Server Error"}'],
    ['throw', 500, '{"message":"Internal Server Error"}'],
  ])('%s becomes %i', async (kind, status, text) => {
    const answer = await call('GET', `/answers/${kind}`, { token: null });
    expect([answer.status, answer.text]).toEqual([status, text]);
  });

  it('may be bytes, and may set cookies', async () => {
    const bytes = await fetch(`${cloud.origin}/answers/binary`);
    expect([...new Uint8Array(await bytes.arrayBuffer())]).toEqual([1, 2, 255]);
    const { headers } = await call('GET', '/answers/cookies', { token: null });
    expect(headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });
});

describe('what only this machine has', () => {
  it('a session of the demo customer that the API takes', async () => {
    const { accessToken } = (await call('GET', '/local/session', { token: null })).json();
    const { json } = await call('GET', '/v1/echo', { token: accessToken });
    expect((json() as Event).requestContext.authorizer.jwt.claims.sub).toBe('somebody');
  });

  it('is refused under the name of another site', async () => {
    expect(await statusUnderName('localhost:3000', '/local/session')).toBe(200);
    expect(await statusUnderName('evil.example', '/local/session')).toBe(403);
  });

  it('a clock that can be read and set', async () => {
    const clock = (body: string) => call('POST', '/local/clock', { token: null, body });
    expect((await clock('{"speed":60}')).json()).toMatchObject({ speed: 60 });
    expect((await call('GET', '/local/clock')).json()).toMatchObject({
      speed: 60,
      now: expect.stringMatching(/Z$/),
    });
    for (const wrong of ['{"speed":-1}', '{"speed":"1"}', '{}', 'x', '{"speed":1,"more":1}'])
      expect((await clock(wrong)).status).toBe(400);
    cloud.clock.setSpeed(Number.POSITIVE_INFINITY);
  });

  it('an identity provider whose keys check its tokens', async () => {
    const configuration = (await call('GET', '/identity/.well-known/openid-configuration')).json();
    expect(configuration.issuer).toBe(`${cloud.origin}/identity`);
    const { keys } = (await (await fetch(configuration.jwks_uri)).json()) as { keys: object[] };
    expect(keys).toHaveLength(1);
    expect(keys[0]).not.toHaveProperty('d');
  });
});

/** `fetch` does not let a caller choose the Host header. */
function statusUnderName(host: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(new URL(path, cloud.origin), { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.on('error', reject).end();
  });
}

function tampered(given: string): string {
  const [head, claims, signature] = given.split('.');
  const changed = { ...JSON.parse(Buffer.from(claims ?? '', 'base64url').toString()), sub: 'customer-2' };
  return [head, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
}

function unsigned(given: string): string {
  const head = Buffer.from('{"alg":"none"}').toString('base64url');
  return `${head}.${given.split('.')[1]}.`;
}
