import type * as z from 'zod';
import { checkRelations } from './check-relations.ts';
import type { Problem } from './problem.ts';
import { ProblemError } from './problem-error.ts';
import { problemSchema } from './problem-schema.ts';

const PLAIN_NAME = /^[A-Za-z_]\w{0,39}$/;

/**
 * Reads a problem as it comes from outside (parsed JSON). Throws ProblemError with one line about the first wrong field:
 * `vehicles[0].soc: must be between 0 and 1`. Unknown fields are wrong.
 */
export function parseProblem(input: unknown): Problem {
  const read = problemSchema.safeParse(input);
  if (!read.success) throw new ProblemError(firstIssue(read.error));
  checkRelations(read.data);
  return read.data;
}

function firstIssue({ issues: [issue] }: z.ZodError): string {
  if (!issue) return 'problem: is wrong';
  if (issue.code === 'unrecognized_keys')
    return `${fieldName([...issue.path, issue.keys[0] ?? ''])}: unknown field`;
  return `${fieldName(issue.path)}: ${issue.message}`;
}

/** `vehicles[0].soc`; a name from outside that is no plain word is quoted and cut, so that the message stays one line. */
function fieldName(path: readonly PropertyKey[]): string {
  const written = path.map((part) => {
    if (typeof part === 'number') return `[${part}]`;
    const name = String(part);
    return PLAIN_NAME.test(name) ? `.${name}` : `[${JSON.stringify(name.slice(0, 40))}]`;
  });
  return written.join('').replace(/^\./, '') || 'problem';
}
