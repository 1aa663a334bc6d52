/** Keeps the newest lines. */
export class LineRing {
  readonly #most: number;
  #lines: string[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  add(line: string): void {
    this.#lines.push(line);
    // Cut in large pieces, so that adding stays cheap.
    if (this.#lines.length > this.#most * 1.1) this.#lines = this.#lines.slice(-this.#most);
  }

  all(): readonly string[] {
    return this.#lines.slice(-this.#most);
  }
}
