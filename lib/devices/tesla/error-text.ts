import * as z from 'zod';
import type { HttpAnswer } from '../../platform/index.ts';

const errorSchema = z.object({
  error: z.string().catch(''),
  error_description: z.string().catch(''),
});

/** What an error body says, in lower case, to compare with. Vendor text may name the car: it must not leave the adapter. */
export function errorText(answer: HttpAnswer): string {
  const parsed = errorSchema.safeParse(parseJson(answer.text));
  return parsed.success ? `${parsed.data.error} ${parsed.data.error_description}`.toLowerCase() : '';
}

/** JSON.parse quotes its input in its errors. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
