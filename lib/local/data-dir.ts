import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a run leaves in its directory, so that the next one goes on where it ended: one small JSON file per part. */
export class DataDir {
  readonly #path: string;

  /** Makes the directory; readable by its owner only, as it holds keys. */
  constructor(path: string) {
    this.#path = path;
    mkdirSync(path, { recursive: true, mode: 0o700 });
  }

  /** Where dynalite keeps the tables. */
  get storePath(): string {
    return join(this.#path, 'store');
  }

  get logPath(): string {
    return join(this.#path, 'log.jsonl');
  }

  /** Undefined where no run has written it. Rejects a file that is not JSON: better no start than a wrong one. */
  read(part: string): unknown {
    try {
      return JSON.parse(readFileSync(this.#file(part), 'utf8'));
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw new Error(`${this.#file(part)} cannot be read`);
    }
  }

  /** All or nothing, also where the machine stops in the middle. */
  write(part: string, value: unknown): void {
    const file = this.#file(part);
    writeFileSync(`${file}.new`, JSON.stringify(value), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }

  #file(part: string): string {
    return join(this.#path, `${part}.json`);
  }
}
