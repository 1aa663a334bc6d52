import { ServiceError } from './errors.ts';
import type { HttpAnswer, HttpClient, HttpRequest } from './platform.ts';

const DEFAULT_TIMEOUT_MS = 10_000;
const MAX_ANSWER_BYTES = 2 * 1024 * 1024;

/**
 * Node's fetch, made safe: one deadline for the whole exchange, no redirects (a token must not follow one to another
 * host), a cap on what is read, and errors that know nothing of the URL, the request or the answer.
 */
export const fetchClient: HttpClient = { send };

async function send(request: HttpRequest): Promise<HttpAnswer> {
  if (!URL.canParse(request.url)) throw new ServiceError('misconfigured');
  const signal = AbortSignal.timeout(request.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: { 'user-agent': 'smartlading', ...request.headers },
      redirect: 'manual',
      signal,
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    const text = await readCapped(response);
    return { status: response.status, header: (name) => response.headers.get(name), text };
  } catch (thrown) {
    if (thrown instanceof ServiceError) throw thrown;
    throw new ServiceError(signal.aborted ? 'http-timeout' : 'http-unreachable', { retryable: true });
  }
}

async function readCapped(response: Response): Promise<string> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  // Leaving the loop by a throw cancels the stream, which closes the connection.
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > MAX_ANSWER_BYTES) throw new ServiceError('bad-answer');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
