import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { type ApiContract, type ApiUseCase, apiHandler, ServiceError } from '../../lib/platform/index.ts';
import { apiEvent, type Sent } from '../support/platform/api-event.ts';
import { testPlatform } from '../support/platform/test-platform.ts';

const body = z.object({
  targetPercent: z.number().min(50).max(100),
  note: z.string().max(8).optional(),
  slots: z.array(z.object({ kw: z.number() })).optional(),
  tags: z.record(z.string(), z.number()).optional(),
  free: z.object({}).catchall(z.number()).optional(),
});
const path = z.strictObject({ vehicleRef: z.string().regex(/^[a-z]{1,8}$/) });
const query = z.strictObject({ from: z.iso.datetime().optional() });
const answer = z.object({ ok: z.boolean() });
type Body = z.infer<typeof body>;
type Path = z.infer<typeof path>;
type Query = z.infer<typeof query>;
type Answer = z.infer<typeof answer>;

const contract: ApiContract<Body, Path, Query, Answer> = {
  operationId: 'putWishes',
  summary: '',
  method: 'PUT',
  path: '/v1/{vehicleRef}',
  status: 201,
  body,
  pathParameters: path,
  query,
  answer,
};
const wellFormed: Sent = { body: '{"targetPercent":80}', path: { vehicleRef: 'car' } };

interface Answered {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads problems and answers alike
  readonly json: any;
  readonly lines: readonly string[];
}

type UseCase = ApiUseCase<Body, Path, Query, Answer>;
const agree: UseCase = async () => ({ ok: true });

function asker(useCase: UseCase = agree, asked = contract): (sent: Sent) => Promise<Answered> {
  const { platform, lines } = testPlatform();
  const handle = apiHandler(asked, useCase)(platform);
  return async (sent) => {
    lines.length = 0;
    const result = await handle(apiEvent(sent));
    const text = result.body ?? '';
    const headers = result.headers as Record<string, string>;
    return { status: result.statusCode ?? 0, headers, text, json: JSON.parse(text), lines };
  };
}

function ask(sent: Sent, useCase?: UseCase, asked = contract): Promise<Answered> {
  return asker(useCase, asked)(sent);
}

describe('a request that keeps its contract', () => {
  test('reaches the use case parsed, with the token’s subject, and gets the answer cut to the contract', async () => {
    const sent = { ...wellFormed, query: { from: '2026-01-12T16:00:00Z' } };
    const answered = await ask(sent, async ({ platform, ...request }) => {
      expect(platform.setting).toBeTypeOf('function');
      expect(request).toEqual({
        subject: 'customer',
        path: { vehicleRef: 'car' },
        query: { from: '2026-01-12T16:00:00Z' },
        body: { targetPercent: 80 },
      });
      return { ok: true, token: 'secret' };
    });
    expect(answered).toMatchObject({ status: 201, text: '{"ok":true}', lines: [] });
  });

  test('may come in base64 and with a charset', async () => {
    const headers = { 'Content-Type': 'Application/JSON; charset=utf-8' };
    const sent = { ...wellFormed, headers, isBase64Encoded: true, body: btoa(wellFormed.body ?? '') };
    expect(await ask(sent)).toMatchObject({ status: 201 });
  });

  test('is answered with headers that forbid keeping, sniffing and framing', async () => {
    for (const { headers } of [await ask(wellFormed), await ask({})]) {
      expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
      expect(headers['content-security-policy']).toContain("default-src 'none'");
    }
  });
});

describe('a request that breaks its contract is told which field, not what was in it', () => {
  const canary = 'canary-59.9139';
  const bodies: [string, string | undefined, object][] = [
    ['a wrong value', '{"targetPercent":101}', { field: 'targetPercent' }],
    ['a wrong type', `{"targetPercent":"${canary}"}`, { field: 'targetPercent' }],
    ['a missing field', '{}', { field: 'targetPercent' }],
    ['a nested field', '{"targetPercent":80,"slots":[{"kw":1},{"kw":"x"}]}', { field: 'slots.1.kw' }],
    ['an unknown field', `{"targetPercent":80,"${canary}":1}`, { code: 'unknown-field', field: '' }],
    ['a key of a map', `{"targetPercent":80,"tags":{"${canary}":"x"}}`, { field: 'tags' }],
    ['a key that every object has', '{"targetPercent":80,"free":{"constructor":"x"}}', { field: 'free' }],
    ['no object', `["${canary}"]`, { field: '' }],
    ['no JSON', `{"targetPercent":80 ${canary}`, { field: '' }],
    ['nothing', undefined, { field: '' }],
    ['a prototype', `{"targetPercent":80,"__proto__":{"${canary}":1}}`, { field: '' }],
    ['a nested prototype', `{"targetPercent":80,"slots":[{"kw":1,"__proto__":{}}]}`, { field: '' }],
    ['a constructor', '{"targetPercent":80,"constructor":{}}', { code: 'unknown-field', field: '' }],
    ['a deep nest', '['.repeat(30_000), { field: '' }],
  ];

  test.each(bodies)('%s', async (_, sent, expected) => {
    const { body: _left, ...without } = wellFormed;
    const answered = await ask(sent === undefined ? without : { ...without, body: sent });
    expect(answered.json).toMatchObject({ status: 400, code: 'invalid-request', ...expected });
    expect(answered.status).toBe(400);
    expect(answered.headers['content-type']).toBe('application/problem+json');
    expect(answered.text + answered.lines).not.toContain('canary');
  });

  test.each<[string, Sent, object]>([
    ['a path parameter', { ...wellFormed, path: { vehicleRef: '../x' } }, { field: 'vehicleRef' }],
    ['a query parameter', { ...wellFormed, query: { from: canary } }, { field: 'from' }],
    ['an unknown query parameter', { ...wellFormed, query: { [canary]: '1' } }, { code: 'unknown-field' }],
  ])('%s', async (_, sent, expected) => {
    const answered = await ask(sent);
    expect(answered.json).toMatchObject({ status: 400, code: 'invalid-request', ...expected });
    expect(answered.text).not.toContain('canary');
  });

  test.each<[string, Sent, number]>([
    ['text/plain', { ...wellFormed, headers: { 'content-type': 'text/plain' } }, 415],
    [
      'a type that only begins like JSON',
      { ...wellFormed, headers: { 'content-type': 'application/jsonx' } },
      415,
    ],
    ['no type', { ...wellFormed, headers: {} }, 415],
    ['64 KiB and one byte', { ...wellFormed, body: ' '.repeat(65_537) }, 413],
    ['64 KiB in fewer characters', { ...wellFormed, body: 'æ'.repeat(32_769) }, 413],
    ['too much in base64', { ...wellFormed, isBase64Encoded: true, body: 'A'.repeat(87_384 + 4) }, 413],
  ])('%s is refused with its own status', async (_, sent, status) => {
    expect(await ask(sent)).toMatchObject({ status });
  });

  test('exactly 64 KiB is read', async () => {
    const exact = '{"targetPercent":80}'.padEnd(65_536);
    expect(await ask({ ...wellFormed, body: exact })).toMatchObject({ status: 201 });
    expect(await ask({ ...wellFormed, body: btoa(exact), isBase64Encoded: true })).toMatchObject({
      status: 201,
    });
  });

  test('a large body is refused also where none is expected', async () => {
    const { body: _body, ...bodiless } = contract;
    const asked = bodiless as typeof contract;
    expect(await ask({ ...wellFormed, body: 'x'.repeat(70_000) }, undefined, asked)).toMatchObject({
      status: 413,
    });
    expect(await ask({ ...wellFormed, body: 'no json' }, undefined, asked)).toMatchObject({ status: 201 });
  });
});

describe('whose request it is', () => {
  test.each([{}, { sub: '' }, { sub: 7 }, { sub: 'a b' }, { sub: 'x'.repeat(129) }, { sub: ['a'] }])(
    'claims %j are nobody',
    async (claims) => {
      expect(await ask({ ...wellFormed, claims })).toMatchObject({
        status: 401,
        json: { code: 'not-signed-in' },
      });
    },
  );

  test('a request without any authoriser is nobody’s, and told so before its fields are looked at', async () => {
    const { platform } = testPlatform();
    const handle = apiHandler(contract, async () => ({ ok: true }))(platform);
    expect(await handle({} as never)).toMatchObject({ statusCode: 401 });
  });

  test('a public route takes everybody, as nobody', async () => {
    const asked = { ...contract, isPublic: true } as const;
    const answered = await ask(
      { ...wellFormed, claims: {} },
      async ({ subject }) => ({ ok: subject === '' }),
      asked,
    );
    expect(answered.json).toEqual({ ok: true });
  });
});

describe('a use case that fails', () => {
  test('with an error of ours: its problem, its field, its Retry-After', async () => {
    const wait = new ServiceError('rate-limited', { retryAfterSeconds: 12.2, field: 'vehicleRef' });
    const answered = await ask(wellFormed, () => Promise.reject(wait));
    expect(answered).toMatchObject({ status: 429, json: { code: 'rate-limited', field: 'vehicleRef' } });
    expect(answered.headers['retry-after']).toBe('13');
    expect(answered.lines.join()).toContain('"event":"request-refused"');
  });

  test('with anything else: a 500 that says nothing, and a line that says where', async () => {
    const answered = await ask(wellFormed, () => Promise.reject(new TypeError('at 59.9139')));
    expect(answered).toMatchObject({ status: 500, json: { code: 'unexpected' } });
    expect(answered.text + answered.lines).not.toContain('59.9139');
    expect(answered.lines.join()).toContain(
      '"operation":"putWishes","error":{"name":"TypeError","frames":["api-handler',
    );
  });

  test('with an answer that breaks the contract: the same', async () => {
    const answered = await ask(wellFormed, async () => ({ ok: 'canary' }) as never);
    expect(answered).toMatchObject({ status: 500, json: { code: 'unexpected' } });
    expect(answered.text + answered.lines).not.toContain('canary');
  });
});

describe('whatever comes in', () => {
  const mark = 'qz7Canary';
  const marked = fc.string({ maxLength: 12 }).map((text) => `${mark}${text}`);
  const anyJson = fc.jsonValue({ maxDepth: 4 });
  const hostile = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.dictionary(marked, anyJson).map((value) => JSON.stringify(value)),
    fc
      .record({
        targetPercent: fc.oneof(marked, anyJson),
        note: marked,
        slots: anyJson,
        tags: fc.dictionary(marked, marked),
      })
      .map((value) => JSON.stringify(value)),
    fc.tuple(marked, marked).map(([key, value]) => `{"targetPercent":80,"${key}":{"${value}":["${value}"]}}`),
    fc.json({ maxDepth: 6 }),
  );
  const event = fc.record(
    {
      body: hostile,
      isBase64Encoded: fc.boolean(),
      headers: fc.constantFrom({ 'content-type': 'application/json' }, { 'content-type': mark }),
      path: fc.oneof(fc.constant({ vehicleRef: 'car' }), fc.dictionary(marked, marked)),
      query: fc.dictionary(fc.constantFrom('from', mark, '__proto__', 'constructor'), marked, { maxKeys: 2 }),
      claims: fc.oneof(
        fc.constant({ sub: 'customer' }),
        fc.dictionary(fc.constantFrom('sub', mark), anyJson),
      ),
    },
    { requiredKeys: ['path'] },
  );

  test('a 2xx or a 4xx comes out that repeats nothing of it, nor does the log', async () => {
    const askAgain = asker();
    await fc.assert(
      fc.asyncProperty(event, async (sent) => {
        const { status, text, json, lines } = await askAgain(sent as Sent);
        expect(status === 201 || (status >= 400 && status < 500)).toBe(true);
        expect(text + lines.join()).not.toContain(mark);
        if (status !== 201) expect(Object.keys(json).join()).toMatch(/^type,title,status,code(,field)?$/);
        expect(Object.prototype).not.toHaveProperty(mark);
      }),
      { numRuns: 3_000 },
    );
  });
});
