/** An answer on its way out. Header names in lower case. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer;
}

export function jsonReply(status: number, body: unknown, headers: Reply['headers'] = {}): Reply {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

/** API Gateway's own errors all look like this. */
export function gatewayError(status: number, message: string, headers: Reply['headers'] = {}): Reply {
  return jsonReply(status, { message }, headers);
}
