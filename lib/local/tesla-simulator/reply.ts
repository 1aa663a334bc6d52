import type { Fault } from './faults.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** `"#123#"` is written as the bare number 123: ids with more digits than a JavaScript number holds. */
export function jsonReply(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  const text = JSON.stringify(value).replace(/"#(\d+)#"/g, '$1');
  return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, text };
}

/** The envelope of the Fleet API's errors. */
export function errorReply(
  status: number,
  error: string,
  description = '',
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return jsonReply(
    status,
    { response: null, error, error_description: description, txid: '0123456789abcdef' },
    headers,
  );
}

/**
 * What becomes of an answer under a fault; null where none is sent. `answer` is what has the effect, `last` what the same
 * call answered the last time.
 */
export function alter(fault: Fault | null, answer: () => Reply, last: Reply | undefined): Reply | null {
  if (fault === 'timeout-before' || fault === 'drop-before') {
    return null;
  }
  if (fault !== null && typeof fault === 'object' && 'status' in fault) {
    return errorReply(fault.status, fault.error ?? 'scripted', fault.description, fault.headers);
  }
  if (fault !== null && typeof fault === 'object') {
    return jsonReply(200, { response: { result: false, reason: fault.reason } });
  }
  const reply = answer();
  switch (fault) {
    case 'timeout-after':
    case 'drop-after':
      return null;
    case 'truncated':
      return { ...reply, text: reply.text.slice(0, Math.floor(reply.text.length / 2)) };
    case 'wrong-content-type':
      return {
        ...reply,
        headers: { 'content-type': 'text/html' },
        text: '<html><body>Bad gateway</body></html>',
      };
    case 'no-refresh-token':
      return { ...reply, text: reply.text.replace(/"refresh_token":"[^"]*",/, '') };
    case 'stale':
      return last ?? reply;
    default:
      return reply;
  }
}
