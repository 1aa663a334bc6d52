import type * as z from 'zod';
import { ServiceError } from './errors.ts';
import type { HttpAnswer } from './platform.ts';

/**
 * What another service answered, as far as the schema knows it. Throws `bad-answer` without cause: the parser's own
 * errors quote the text, which may hold coordinates or names.
 */
export function parseJsonAnswer<T>(answer: HttpAnswer, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(jsonOf(answer.text));
  if (!parsed.success) throw new ServiceError('bad-answer', { retryable: true });
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ServiceError('bad-answer', { retryable: true });
  }
}
