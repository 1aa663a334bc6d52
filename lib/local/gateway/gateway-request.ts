/** A request as it came in. Header names in lower case, repeated ones joined by a comma. */
export interface GatewayRequest {
  readonly method: string;
  /** Not decoded. */
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}
