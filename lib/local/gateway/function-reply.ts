import * as z from 'zod';
import { gatewayError, jsonReply, type Reply } from './reply.ts';

const structured = z.object({
  statusCode: z.number().int().min(100).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  cookies: z.array(z.string()).optional(),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().optional(),
});

/** What API Gateway makes of a function's answer: a structured one, or anything else as JSON with status 200. */
export function functionReply(answer: unknown): Reply {
  if (typeof answer === 'string')
    return { status: 200, headers: { 'content-type': 'application/json' }, body: answer };
  if (typeof answer !== 'object' || answer === null || !('statusCode' in answer))
    return jsonReply(200, answer ?? null);
  const parsed = structured.safeParse(answer);
  if (!parsed.success) return gatewayError(500, 'Internal Server Error');
  const { statusCode, headers = {}, cookies = [], body = '', isBase64Encoded = false } = parsed.data;
  return {
    status: statusCode,
    headers: {
      ...Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
      ),
      ...(cookies.length > 0 && { 'set-cookie': cookies }),
    },
    body: isBase64Encoded ? Buffer.from(body, 'base64') : body,
  };
}
