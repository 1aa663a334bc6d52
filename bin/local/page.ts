import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const web = resolve(import.meta.dirname, '../../web');
const built = join(web, 'dist');

/** The directory of the built page; builds it first where its sources are newer. */
export async function builtPage(): Promise<string> {
  const marker = join(built, 'index.html');
  if (!existsSync(marker) || statSync(marker).mtimeMs < newestSource()) {
    const { build } = await import('vite');
    await build({ configFile: join(web, 'vite.config.ts'), logLevel: 'error' });
  }
  return built;
}

function newestSource(): number {
  const files = ['src', 'public', 'index.html', 'vite.config.ts'].flatMap((name) => filesIn(join(web, name)));
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}

function filesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile());
}
