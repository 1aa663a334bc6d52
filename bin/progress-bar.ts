interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const WIDTH = 30;
/** A terminal needs no more than so many pictures of it. */
const STEPS = 200;

/** A bar while something long runs, on a terminal; nothing in a pipe. */
export function progressBar(screen: Screen, total: number): { advance(label?: string): void; end(): void } {
  let done = 0;
  const every = Math.max(1, Math.floor(total / STEPS));
  const show = (text: string) => {
    if (screen.isTTY) screen.write(`\r\u001b[K${text}`);
  };
  return {
    advance(label = '') {
      done += 1;
      if (done % every !== 0) return;
      const filled = Math.round((WIDTH * done) / total);
      show(`${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done}/${total} ${label}`);
    },
    end: () => show(''),
  };
}
