/** A problem that cannot be planned. The message is one line that names the first wrong field and never repeats its value. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
}
