import type * as z from 'zod';
import { ServiceError } from './errors.ts';
import type { Platform } from './platform.ts';

export type Work<Input> = (input: Input, platform: Platform) => Promise<void>;

/** What one of our own functions or schedules sent. Throws `invalid-request`, for good: sending it again will not mend it. */
export function parseInput<Input>(schema: z.ZodType<Input>, input: unknown): Input {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new ServiceError('invalid-request');
  return parsed.data;
}
