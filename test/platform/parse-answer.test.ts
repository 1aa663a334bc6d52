import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { type HttpAnswer, parseJsonAnswer, sha256Hex } from '../../lib/platform/index.ts';

const schema = z.object({ state: z.enum(['online', 'asleep']), speed: z.number().nullish() });
const answer = (text: string): HttpAnswer => ({ status: 200, header: () => null, text });

test('an answer is what the schema knows of it', () => {
  const text = '{"state":"online","latitude":59.9139,"speed":null}';
  expect(parseJsonAnswer(answer(text), schema)).toEqual({ state: 'online', speed: null });
});

test('anything else is a bad answer that repeats nothing of it', () => {
  const mark = 'qz7Canary';
  const text = fc.oneof(
    fc.string().map((tail) => mark + tail),
    fc.jsonValue().map((value) => JSON.stringify({ state: mark, [mark]: value })),
    fc.jsonValue().map((value) => `{"state":"online","speed":"${mark}${JSON.stringify(value)}`),
    fc.constant(''),
  );
  fc.assert(
    fc.property(text, (sent) => {
      let thrown: unknown;
      try {
        parseJsonAnswer(answer(sent), schema);
      } catch (error) {
        thrown = error;
      }
      expect(thrown).toMatchObject({ code: 'bad-answer', retryable: true, message: 'bad-answer' });
      expect((thrown as Error).cause).toBeUndefined();
      expect(`${(thrown as Error).stack}${JSON.stringify(thrown)}`).not.toContain(mark);
    }),
  );
});

test('SHA-256 is of the UTF-8 bytes, in lower-case hex', () => {
  expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sha256Hex('blåbær')).toBe(sha256Hex(Buffer.from('blåbær', 'utf8').toString()));
});
