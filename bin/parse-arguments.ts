import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** A postcode or a metering point that Node's message quotes because its option was forgotten. */
const WHERE_SOMEBODY_LIVES = /'-*(?:\d{4}|\d{18})'/;

/** The command line's options by name. Throws UsageError with one line for what is no option or lacks its value. */
export function parseArguments<T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: withNegativeNumbers(args), options }).values;
  } catch (error) {
    // Node's message has its advice after the first sentence, on lines of its own.
    const [sentence] = error instanceof Error ? error.message.split(/\.\s|\.$|\n/, 1) : [];
    throw new UsageError(
      `${(sentence ?? 'Wrong options').replace(WHERE_SOMEBODY_LIVES, "'…'")} (see --help)`,
    );
  }
}

/** `--spot-ore -5` as `--spot-ore=-5`: Node takes a value that begins with a dash for an option that was forgotten. */
function withNegativeNumbers(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const before = joined.at(-1);
    if (before !== undefined && /^--[a-z-]+$/.test(before) && /^-[.\d]/.test(arg)) {
      joined[joined.length - 1] = `${before}=${arg}`;
    } else joined.push(arg);
  }
  return joined;
}
