/** The command was called in a way it cannot serve: one line for standard error, exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
