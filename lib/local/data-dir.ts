import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a run leaves in its directory, so that the next one goes on where it ended: one small JSON file per part. */
export class DataDir {
  readonly #path: string;

  /** Makes the directory; readable by its owner only, as it holds keys. */
  constructor(path: string) {
    this.#path = path;
    mkdirSync(path, { recursive: true, mode: 0o700 });
  }

  /** Throws DataDirInUse while another process holds it; what a dead process left is no lock. */
  lock(): void {
    try {
      writeFileSync(this.#lockFile, String(process.pid), { flag: 'wx', mode: 0o600 });
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown;
      if (isAlive(Number(readFileSync(this.#lockFile, 'utf8')))) throw new DataDirInUse();
      this.unlock();
      this.lock();
    }
  }

  unlock(): void {
    rmSync(this.#lockFile, { force: true });
  }

  /** Where dynalite keeps the tables. */
  get storePath(): string {
    return join(this.#path, 'store');
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

  get #lockFile(): string {
    return join(this.#path, 'lock');
  }

  #file(part: string): string {
    return join(this.#path, `${part}.json`);
  }
}

/** Another run works in the directory: two would write over each other. */
export class DataDirInUse extends Error {
  override readonly name = 'DataDirInUse';
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    // A process of another user may not be signalled, but it is there.
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}
