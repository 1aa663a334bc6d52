import { UsageError } from './usage-error.ts';

/** A plain decimal number: `Number` alone would take an empty text, hexadecimal and Infinity too. */
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** The number that an option's value is. Beyond the bounds it is a slip of the unit, not a home. */
export function readNumber(option: string, text: string, [least, most]: readonly [number, number]): number {
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) {
    throw new UsageError(`${option}: must be a number from ${least} to ${most}`);
  }
  // Plus 0: a negative zero is 0.
  return value + 0;
}
