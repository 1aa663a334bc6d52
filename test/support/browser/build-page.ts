import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const web = fileURLToPath(new URL('../../../web/', import.meta.url));

export interface BuiltPage {
  readonly directory: string;
  remove(): Promise<void>;
}

/** The page as it ships, built into a directory of its own, so that tests side by side do not build over each other. */
export async function buildPage(): Promise<BuiltPage> {
  const directory = await mkdtemp(join(tmpdir(), 'smartlading-page-'));
  await build({
    configFile: join(web, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: directory, emptyOutDir: false },
  });
  return { directory, remove: () => rm(directory, { recursive: true, force: true }) };
}
