/**
 * What went wrong, as the page can say it: the API's problem `code` (RFC 9457), or one of two of the page's own.
 * `offline`: no answer came. `signed-out`: the host app has no valid session for us.
 */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: string;
  readonly field: string | undefined;

  constructor(code: string, field?: string) {
    super(code);
    this.code = code;
    this.field = field;
  }
}

/** The failure an answer that is not 2xx stands for. The body is whatever came: a problem document, or something a proxy wrote. */
export function failureOf(status: number, body: unknown): Failure {
  if (status === 401 || status === 403) return new Failure('signed-out');
  const { code, field } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  if (typeof code !== 'string') return new Failure('unexpected');
  return new Failure(code, typeof field === 'string' ? field : undefined);
}

/** Any thrown value as a Failure: what is not one already is a request that never got an answer. */
export function asFailure(thrown: unknown): Failure {
  return thrown instanceof Failure ? thrown : new Failure('offline');
}
