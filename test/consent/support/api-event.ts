/** A request as the gateway hands it to a function. `body` as text is sent as it is. */
export interface Call {
  readonly customer?: string;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** An HTTP API event, payload format 2.0, whose token the gateway has checked. */
export function apiEvent({ customer, path, query, body }: Call): unknown {
  return {
    version: '2.0',
    headers: { 'content-type': 'application/json' },
    ...(path && { pathParameters: path }),
    ...(query && { queryStringParameters: query }),
    requestContext: {
      ...(customer !== undefined && { authorizer: { jwt: { claims: { sub: customer }, scopes: null } } }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    isBase64Encoded: false,
  };
}
