import { ServiceError } from './errors.ts';
import { safeClassName, safeWord } from './log-fields.ts';

export interface SafeError {
  readonly name: string;
  readonly code?: string;
  readonly retryable?: boolean;
  readonly httpStatus?: number;
  /** `file.ts:line:column`, innermost first. */
  readonly frames: readonly string[];
}

const MAX_FRAMES = 8;
/**
 * The last part of the path only: what stands before it tells about the machine, not about the fault. A stack can be
 * set by anybody, so file names are letters and line numbers are short.
 */
const frame = /^\s+at .*?\b([A-Za-z]+(?:[-_.][A-Za-z]+)*\.[cm]?[jt]sx?):(\d{1,6}):(\d{1,6})\)?$/;

/**
 * What may be told of anything thrown: its class, our own code, where it happened. Never its message, its cause or any
 * property: those of foreign errors hold URLs, bodies and pieces of what was being parsed.
 */
export function safeError(thrown: unknown): SafeError {
  if (!(thrown instanceof Error)) return { name: typeof thrown, frames: [] };
  return {
    name: safeClassName(thrown.name),
    ...(thrown instanceof ServiceError
      ? { code: safeWord(thrown.code), retryable: thrown.retryable === true }
      : {}),
    ...httpStatusOf(thrown),
    frames: framesOf(thrown),
  };
}

/** AWS clients put the status of the answer here; it tells throttling from a wrong request. */
function httpStatusOf(thrown: Error): { httpStatus?: number } {
  const metadata: unknown = '$metadata' in thrown ? thrown.$metadata : undefined;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return {};
  const status = metadata.httpStatusCode;
  return typeof status === 'number' && Number.isInteger(status) && status >= 100 && status < 600
    ? { httpStatus: status }
    : {};
}

/**
 * The stack begins with the message, and a message may have lines that look like frames: it is cut off by its own
 * length. Where the stack does not begin as it must (a message changed since), nothing of it is shown.
 */
function framesOf(thrown: Error): string[] {
  const stack = typeof thrown.stack === 'string' ? thrown.stack : '';
  const message = String(thrown.message);
  const head = /^[\w.]*( \[\w+\])?(: |(?=\n))/.exec(stack)?.[0];
  if (head === undefined || !stack.startsWith(`${head}${message}\n`)) return [];
  const lines = stack.slice(head.length + message.length).split('\n');
  return lines.flatMap((line) => frameOf(line)).slice(0, MAX_FRAMES);
}

function frameOf(line: string): string[] {
  const [, file, row, column] = frame.exec(line) ?? [];
  return file === undefined ? [] : [`${file}:${row}:${column}`];
}
