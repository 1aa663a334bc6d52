const WIDTH = 40;
/** A terminal needs no more than this. */
const STEPS = 200;

/** A bar on standard error while something long runs: nothing where that is no terminal. */
export function progressBar(total: number): { step(): void; end(): void } {
  if (!process.stderr.isTTY || total === 0) return { step() {}, end() {} };
  let done = 0;
  const every = Math.max(1, Math.floor(total / STEPS));
  return {
    step() {
      done += 1;
      if (done % every !== 0) return;
      const filled = Math.round((WIDTH * done) / total);
      process.stderr.write(`\r ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done} of ${total}`);
    },
    end: () => process.stderr.write('\r\u001b[K'),
  };
}
