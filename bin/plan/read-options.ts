import { parseArgs } from 'node:util';
import { UsageError } from '../usage-error.ts';

export interface PlanCommand {
  /** A file, or `-` for standard input. */
  readonly problem: string;
  readonly json: boolean;
  readonly engine: 'auto' | 'greedy' | 'lp';
}

/** Reads the command line. Throws UsageError naming the option that is wrong. */
export function readOptions(args: string[]): PlanCommand | 'help' {
  const { problem, json = false, engine = 'auto', help = false } = parse(args);
  if (help) return 'help';
  if (problem === undefined) throw new UsageError('--problem: is missing (a file, or - for standard input)');
  if (engine !== 'auto' && engine !== 'greedy' && engine !== 'lp') {
    throw new UsageError('--engine: must be auto, greedy or lp');
  }
  return { problem, json, engine };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        problem: { type: 'string' },
        json: { type: 'boolean' },
        engine: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    // Node's message has its advice after the first sentence, on lines of its own.
    const [sentence] = error instanceof Error ? error.message.split(/\.\s|\.$|\n/, 1) : [];
    throw new UsageError(`${sentence ?? 'Wrong options'} (see --help)`);
  }
}
