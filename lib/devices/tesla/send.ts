import {
  asServiceError,
  type HttpAnswer,
  type HttpRequest,
  type Platform,
  ServiceError,
} from '../../platform/index.ts';

/** A look at a car is up to three calls, and must fit well into a function's time. */
const usualTimeoutMs = 5_000;

/** No answer at all is the vendor being down (retryable `vendor-down`). */
export async function sendOrDown(platform: Platform, request: HttpRequest): Promise<HttpAnswer> {
  try {
    return await platform.http.send({ timeoutMs: usualTimeoutMs, ...request });
  } catch (thrown) {
    const { code } = asServiceError(thrown);
    throw code === 'http-timeout' || code === 'http-unreachable'
      ? new ServiceError('vendor-down', { retryable: true })
      : thrown;
  }
}

/** Tesla's token and revocation endpoints take forms, not JSON. */
export function sendForm(
  platform: Platform,
  url: string,
  fields: Readonly<Record<string, string>>,
): Promise<HttpAnswer> {
  return sendOrDown(platform, {
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams(fields).toString(),
  });
}

export function isSuccess(answer: HttpAnswer): boolean {
  return answer.status >= 200 && answer.status <= 299;
}
