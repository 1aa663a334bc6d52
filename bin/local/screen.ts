import { type Instant, isoLocal } from '../../lib/time/index.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const REFRESH_MS = 100;

/** The terminal: lines that stay, and on a terminal one status line below them that moves. */
export class Screen {
  readonly #out: NodeJS.WriteStream;
  readonly #quiet: boolean;
  #shownAt = 0;
  #hasStatus = false;

  constructor(out: NodeJS.WriteStream, quiet: boolean) {
    this.#out = out;
    this.#quiet = quiet;
  }

  /** A line without a time: what the program itself has to say. Shown also when quiet. */
  announce(text: string): void {
    this.#clear();
    this.#out.write(`${text}\n`);
  }

  say(at: Instant, text: string): void {
    if (this.#quiet) return;
    this.#clear();
    this.#out.write(`${stamp(at)}  ${text}\n`);
  }

  status(at: Instant, text: string): void {
    const now = performance.now();
    if (this.#quiet || !this.#out.isTTY || now - this.#shownAt < REFRESH_MS) return;
    this.#shownAt = now;
    this.#clear();
    this.#out.write(`${stamp(at)}  ${text}`);
    this.#hasStatus = true;
  }

  #clear(): void {
    if (this.#hasStatus) this.#out.write('\r\x1b[2K');
    this.#hasStatus = false;
  }
}

/** `Thu 22 Oct 17:00`, on the Europe/Oslo clock. */
function stamp(at: Instant): string {
  const local = isoLocal(at);
  const day = new Date(`${local.slice(0, 10)}T00:00:00Z`);
  const month = day.toLocaleString('en-GB', { month: 'short', timeZone: 'UTC' });
  return `${DAYS[day.getUTCDay()]} ${local.slice(8, 10)} ${month} ${local.slice(11, 16)}`;
}
