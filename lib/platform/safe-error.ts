import { ServiceError } from './errors.ts';
import { safeWord } from './log-fields.ts';

export interface SafeError {
  readonly name: string;
  readonly code?: string;
  readonly retryable?: boolean;
  readonly httpStatus?: number;
  /** `file.ts:line:column`, innermost first. */
  readonly frames: readonly string[];
}

const MAX_FRAMES = 8;
/** The last part of the path only: what stands before it tells about the machine, not about the fault. */
const frame = /^\s+at .*?([\w.-]+\.(?:ts|js|mjs|cjs|tsx)):(\d+):(\d+)\)?$/;

/**
 * What may be told of anything thrown: its class, our own code, where it happened. Never its message, its cause or any
 * property: those of foreign errors hold URLs, bodies and pieces of what was being parsed.
 */
export function safeError(thrown: unknown): SafeError {
  if (!(thrown instanceof Error)) return { name: typeof thrown, frames: [] };
  return {
    name: safeWord(thrown.name),
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

/** The stack begins with the message, which may have lines that look like frames: it is cut off by its own length. */
function framesOf(thrown: Error): string[] {
  const stack = typeof thrown.stack === 'string' ? thrown.stack : '';
  const message = String(thrown.message);
  const messageAt = message === '' ? 0 : stack.indexOf(message);
  if (messageAt < 0) return [];
  const lines = stack.slice(messageAt + message.length).split('\n');
  return lines.flatMap((line) => frameOf(line)).slice(0, MAX_FRAMES);
}

function frameOf(line: string): string[] {
  const [, file, row, column] = frame.exec(line) ?? [];
  return file === undefined ? [] : [`${file}:${row}:${column}`];
}
