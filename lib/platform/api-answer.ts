import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { ServiceError } from './errors.ts';
import { problemOf } from './problem.ts';

/** An answer is data for one customer's app: kept by no cache, run by no browser, framed by no page. */
const always = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
};

export function jsonAnswer(status: number, answer: unknown): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: status,
    headers: { ...always, 'content-type': 'application/json' },
    body: JSON.stringify(answer),
  };
}

/** RFC 9457. */
export function problemAnswer(error: ServiceError): APIGatewayProxyStructuredResultV2 {
  const problem = problemOf(error);
  const wait = error.retryAfterSeconds;
  return {
    statusCode: problem.status,
    headers: {
      ...always,
      'content-type': 'application/problem+json',
      ...(wait === undefined ? {} : { 'retry-after': String(Math.ceil(wait)) }),
    },
    body: JSON.stringify(problem),
  };
}
