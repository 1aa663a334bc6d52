import type { IncomingMessage } from 'node:http';

/** The whole body; null where it is longer than `atMostBytes`. Rejects where the sender goes away. */
export async function readBody(request: IncomingMessage, atMostBytes: number): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    // Read on to the end, so that the answer reaches a sender that is still sending; keep nothing.
    if (bytes <= atMostBytes) parts.push(part);
    else parts.length = 0;
  }
  return bytes <= atMostBytes ? Buffer.concat(parts) : null;
}
