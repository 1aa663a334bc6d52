import type { Context } from 'aws-lambda';
import { withCorrelation } from './correlation.ts';
import { createPlatform } from './create-platform.ts';
import { asServiceError, ServiceError } from './errors.ts';
import type { Build } from './platform.ts';

/**
 * The function as the Lambda runtime calls it. In the cloud everything slow is done while the module loads, when there
 * is most processor to be had; elsewhere (openapi, tests) nothing is built until an event comes.
 */
export function onLambda<Event, Result>(
  build: Build<Event, Result>,
): (event: Event, context: Context) => Promise<Result> {
  const open = () => {
    const platform = createPlatform({ environment: process.env });
    return { platform, run: build(platform) };
  };
  let opened = process.env.AWS_LAMBDA_FUNCTION_NAME === undefined ? undefined : open();
  return (event, context) => {
    opened ??= open();
    const { platform, run } = opened;
    return withCorrelation(context.awsRequestId, async () => {
      try {
        return await run(event);
      } catch (thrown) {
        platform.log.error('function-failed', thrown);
        throw scrubbed(thrown);
      }
    });
  };
}

/** The runtime logs whatever leaves the handler with message, cause and properties: only our own code may leave. */
function scrubbed(thrown: unknown): ServiceError {
  const { code, retryable } = asServiceError(thrown);
  return new ServiceError(code, { retryable });
}
