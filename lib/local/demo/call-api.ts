import type { ApiAnswer } from '../service-options.ts';

/** One call to the service's API over HTTP. `token` null = none. */
export async function callApi(
  origin: string,
  call: { method: string; path: string; body: unknown; token: string | null },
): Promise<ApiAnswer> {
  const answer = await fetch(origin + call.path, {
    method: call.method,
    headers: {
      ...(call.token !== null && { authorization: `Bearer ${call.token}` }),
      ...(call.body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
  });
  const text = await answer.text();
  const isJson = /\bjson\b/.test(answer.headers.get('content-type') ?? '');
  return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : text };
}
