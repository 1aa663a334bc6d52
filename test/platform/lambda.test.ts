import type { Context } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Build, onLambda, ServiceError } from '../../lib/platform/index.ts';

const context = { awsRequestId: 'request-1' } as Context;
/** The functions here write where functions write. */
let written: string[];
beforeEach(() => {
  written = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
  }
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const counting = () => vi.fn<Build<number, number>>(() => async (event) => event + 1);

describe('a function on Lambda', () => {
  test('is built while its module loads, once', async () => {
    vi.stubEnv('AWS_LAMBDA_FUNCTION_NAME', 'put-wishes');
    const build = counting();
    const handler = onLambda(build);
    expect(build).toHaveBeenCalledTimes(1);
    expect([await handler(1, context), await handler(2, context)]).toEqual([2, 3]);
    expect(build).toHaveBeenCalledTimes(1);
  });

  test('elsewhere is not built before an event comes', async () => {
    const build = counting();
    const handler = onLambda(build);
    expect(build).not.toHaveBeenCalled();
    await handler(1, context);
    await handler(1, context);
    expect(build).toHaveBeenCalledTimes(1);
  });

  test('logs under its name and the request’s id', async () => {
    vi.stubEnv('AWS_LAMBDA_FUNCTION_NAME', 'tick');
    await onLambda(
      ({ log }) =>
        async () =>
          log.info('swept', { count: 2 }),
    )(null, context);
    expect(JSON.parse(written.join(''))).toMatchObject({
      event: 'swept',
      functionName: 'tick',
      correlation: 'request-1',
      count: 2,
    });
  });

  test('counts in CloudWatch’s embedded format, by service and function only', async () => {
    vi.stubEnv('AWS_LAMBDA_FUNCTION_NAME', 'tick');
    await onLambda(
      ({ metrics }) =>
        async () =>
          metrics.count('homes-due', 7),
    )(null, context);
    const { _aws: about, ...line } = JSON.parse(written.join(''));
    expect(line).toEqual({ service: 'smartlading', functionName: 'tick', 'homes-due': 7 });
    expect(about.CloudWatchMetrics).toEqual([
      {
        Namespace: 'Smartlading',
        Dimensions: [['service', 'functionName']],
        Metrics: [{ Name: 'homes-due', Unit: 'Count' }],
      },
    ]);
  });

  // What leaves the handler is logged by the runtime, with every property and cause.
  test.each([
    [new TypeError('at 59.9139', { cause: { data: '59.9139' } }), 'unexpected', true],
    [
      Object.assign(new ServiceError('stale-write', { field: '59.9139' }), { cause: '59.9139' }),
      'stale-write',
      false,
    ],
    ['59.9139', 'unexpected', true],
  ])('lets nothing out of it but a code: %s', async (thrown, code, retryable) => {
    const failing = onLambda(() => async () => Promise.reject(thrown));
    const left: unknown = await failing(null, context).catch((error: unknown) => error);
    expect(left).toMatchObject({ code, retryable, message: code });
    expect((left as Error).cause).toBeUndefined();
    expect(JSON.stringify(left) + (left as Error).stack + written).not.toContain('59.9139');
    expect(written.join()).toContain('"event":"function-failed"');
  });
});
