import { readFile } from 'node:fs/promises';
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript';
import { describe, expect, test } from 'vitest';
import { notice } from '../../lib/consent/index.ts';
import { nextSpeed } from '../../web/src/clock/speeds.ts';
import { noticeBlocks } from '../../web/src/consent/notice-blocks.ts';
import { pollDelay } from '../../web/src/service/poll-delay.ts';

describe('the consent text', () => {
  test.each(['nb', 'en'] as const)('is laid out without losing or adding a word: %s', (language) => {
    const { text } = notice(language);
    const words = (from: string) => from.replaceAll(/^- /gm, '').split(/\s+/).filter(Boolean);
    const laidOut = noticeBlocks(text).flatMap(({ lines }) => lines);
    expect(words(laidOut.join('\n'))).toEqual(words(text));
    expect(noticeBlocks(text)[0]?.kind).toBe('title');
  });
});

describe('asking again', () => {
  const calm = { clock: null, isEager: false, failures: 0 };

  test('is calm in real time, brisk when the customer waits or time is simulated', () => {
    expect(pollDelay(calm)).toBe(30_000);
    expect(pollDelay({ ...calm, isEager: true })).toBe(2_000);
    expect(pollDelay({ ...calm, clock: { now: '', speed: 900 } })).toBe(1_000);
    expect(pollDelay({ ...calm, clock: { now: '', speed: 1 } })).toBe(30_000);
  });

  test('becomes rarer while the service fails', () => {
    const delays = [0, 1, 2, 9].map((failures) => pollDelay({ ...calm, isEager: true, failures }));
    expect(delays).toEqual([2_000, 4_000, 8_000, 60_000]);
  });
});

test('the simulated clock goes through its speeds and stops at the ends', () => {
  expect(nextSpeed(720, 1)).toBe(900);
  expect(nextSpeed(720, -1)).toBe(300);
  expect(nextSpeed(1, -1)).toBe(1);
  expect(nextSpeed(14_400, 1)).toBe(14_400);
});

test('the page’s types are made from the API document as it is now (npm run web:types)', async () => {
  const document = new URL('../../docs/openapi.json', import.meta.url);
  const types = new URL('../../web/src/api-types.d.ts', import.meta.url);
  const made = `${COMMENT_HEADER}${astToString(await openapiTS(document))}`;
  expect((await readFile(types, 'utf8')).trim()).toBe(made.trim());
});
