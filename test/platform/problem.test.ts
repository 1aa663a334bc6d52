import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type ErrorCode, problemOf, ServiceError } from '../../lib/platform/index.ts';

/** The codes as errors.ts spells them: types are gone when a test runs. */
const source = readFileSync(new URL('../../lib/platform/errors.ts', import.meta.url), 'utf8');
const codes = [...source.matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(([, code]) => code as ErrorCode);
const kept = [
  'setting-missing',
  'sealed-text-unreadable',
  'forbidden-by-wiring',
  'misconfigured',
  'unexpected',
];

describe('a problem document', () => {
  test('the codes are found', () => expect(codes).toContain('no-prices'));

  test.each(codes)('%s has a status, a title and a type of its own', (code) => {
    const problem = problemOf(new ServiceError(code));
    expect(problem.status).toBeGreaterThanOrEqual(400);
    expect(problem.status).toBeLessThan(600);
    expect(problem.title).toMatch(/^[A-Z]/);
    expect(problem).toMatchObject(kept.includes(code) ? { code: 'unexpected', status: 500 } : { code });
    expect(problem.type).toBe(`urn:smartlading:problem:${problem.code}`);
  });

  test('names the field where there is one, and none of a fault inside', () => {
    expect(problemOf(new ServiceError('invalid-request', { field: 'mode' })).field).toBe('mode');
    expect(problemOf(new ServiceError('not-found'))).not.toHaveProperty('field');
    expect(problemOf(new ServiceError('setting-missing', { field: 'x' }))).not.toHaveProperty('field');
  });
});
