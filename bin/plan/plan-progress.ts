/** So long nobody wonders, ms; and so often is enough after that. */
const SILENT_MS = 1000;
const EVERY_MS = 200;

/** A line on a terminal that says how far planning has come, while the plans go into a file or a pipe. */
export function planProgress(of: number): { show(done: number): void; end(): void } {
  if (!process.stderr.isTTY || process.stdout.isTTY) return { show() {}, end() {} };
  const startedMs = performance.now();
  let shownMs = startedMs + SILENT_MS - EVERY_MS;
  let isShown = false;
  return {
    show(done) {
      const nowMs = performance.now();
      if (nowMs < shownMs + EVERY_MS) return;
      shownMs = nowMs;
      isShown = true;
      const left =
        done > 0 ? `, ${Math.ceil((((nowMs - startedMs) / done) * (of - done)) / 1000)} s left` : '';
      process.stderr.write(`\r\u001b[K${done} of ${of} planned${left}`);
    },
    end() {
      if (isShown) process.stderr.write('\r\u001b[K');
    },
  };
}
