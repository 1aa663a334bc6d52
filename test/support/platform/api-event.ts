import type { APIGatewayProxyEventV2WithJWTAuthorizer as ApiEvent } from 'aws-lambda';

export interface Sent {
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
  readonly headers?: Record<string, string>;
  readonly claims?: Record<string, unknown>;
  readonly path?: Record<string, string>;
  readonly query?: Record<string, string>;
}

/** A request as API Gateway hands it over, as far as the handlers look at it. */
export function apiEvent(sent: Sent = {}): ApiEvent {
  const { headers = { 'content-type': 'application/json' }, claims = { sub: 'customer' } } = sent;
  return {
    headers,
    isBase64Encoded: sent.isBase64Encoded ?? false,
    ...(sent.body === undefined ? {} : { body: sent.body }),
    ...(sent.path === undefined ? {} : { pathParameters: sent.path }),
    ...(sent.query === undefined ? {} : { queryStringParameters: sent.query }),
    requestContext: { authorizer: { jwt: { claims } } },
  } as unknown as ApiEvent;
}
