interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const WIDTH = 30;

/** A bar on a terminal; nothing in a pipe. */
export function progressBar(screen: Screen, total: number): { advance(label: string): void; end(): void } {
  let done = 0;
  const show = (text: string) => {
    if (screen.isTTY) screen.write(`\r\u001b[K${text}`);
  };
  return {
    advance(label) {
      done += 1;
      const filled = Math.round((WIDTH * done) / total);
      show(`${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done}/${total} ${label}`);
    },
    end: () => show(''),
  };
}
