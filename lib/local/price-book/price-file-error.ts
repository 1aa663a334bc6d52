/** A price file that cannot be used. The message names the line and what is wrong there, for whoever gave the file. */
export class PriceFileError extends Error {
  override readonly name = 'PriceFileError';
  readonly line: number;

  constructor(line: number, problem: string) {
    super(`price file, line ${line}: ${problem}`);
    this.line = line;
  }
}
