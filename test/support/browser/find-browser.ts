import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The machine's own browser, if it has one. */
const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * A Chromium that runs here: CHROME_PATH, else the headless shell that came through npm (the same everywhere, and a page
 * opens in half the time), else the machine's own.
 */
export async function findBrowser(): Promise<string> {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH !== undefined) return CHROME_PATH;
  const { default: packed } = await import('@sparticuz/chromium');
  const unpacked = await packed.executablePath().catch(() => undefined);
  const found = [unpacked, ...installed].find((path) => path !== undefined && runs(path));
  if (found === undefined) throw new Error('no Chromium runs here: name one in CHROME_PATH');
  return found;
}

/** The packed one is made for one kind of machine, and brings none of the system's libraries. */
function runs(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    execFileSync(path, ['--version', '--no-sandbox'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
