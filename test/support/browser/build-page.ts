import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const web = fileURLToPath(new URL('../../../web/', import.meta.url));

/** The page as it ships, built into a directory of its own, so that runs side by side do not build over each other. */
export async function buildPage(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'smartlading-page-'));
  await build({
    configFile: join(web, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: directory, emptyOutDir: false },
  });
  return directory;
}
