import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { type Problem, ProblemError, parseProblem } from '../../lib/planning/index.ts';
import { UsageError } from '../usage-error.ts';

export interface ProblemsRead {
  readonly problems: readonly Problem[];
  /** Whether the input was an array: then so is the answer. */
  readonly many: boolean;
}

/** Reads and checks every problem before the first is planned, so that bad input prints nothing. */
export async function readProblems(source: string): Promise<ProblemsRead> {
  const input = parseJson(await readText(source));
  if (!Array.isArray(input)) return { problems: [parseProblem(input)], many: false };
  return { problems: input.map(parseNumbered), many: true };
}

function parseNumbered(input: unknown, i: number): Problem {
  try {
    return parseProblem(input);
  } catch (error) {
    throw error instanceof ProblemError ? new ProblemError(`[${i}].${error.message}`) : error;
  }
}

async function readText(source: string): Promise<string> {
  if (source === '-') return text(process.stdin);
  try {
    return await readFile(source, 'utf8');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new UsageError(`--problem: ${missing ? 'no such file' : 'the file cannot be read'}`);
  }
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch {
    throw new UsageError('--problem: is not JSON');
  }
}
