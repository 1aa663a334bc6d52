import * as z from 'zod';

/** An error that tells a missing field from a wrong one. */
export const must = (text: string) => ({
  error: ({ input }: { input?: unknown }) => (input === undefined ? 'is missing' : text),
});

export const numberBetween = (least: number, most: number, unit = '') => {
  const error = must(`must be between ${least} and ${most}${unit}`);
  return z.number(error).min(least, error).max(most, error);
};

export const positiveUpTo = (most: number, unit = '') => {
  const error = must(`must be above 0 and at most ${most}${unit}`);
  return z.number(error).gt(0, error).max(most, error);
};

export const wholeNumber = () => {
  const error = must('must be a whole number from 0');
  return z.int(error).min(0, error);
};
