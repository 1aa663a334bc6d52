import * as z from 'zod';
import { parseIso } from '../time/index.ts';

/** ISO 8601 text with an offset or Z, read as an Instant. */
export const instantText = z.string().transform((text, context) => {
  const at = parseIso(text);
  if (at !== null) return at;
  context.addIssue('not an instant');
  return z.NEVER;
});
