import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** A file of the built page; the page itself at / and at /linked, where the car maker sends the browser back. */
export async function pageFile(
  directory: string,
  path: string,
): Promise<{ readonly type: string; readonly body: Buffer } | null> {
  const name = path === '/' || path === '/linked' ? '/index.html' : path;
  const type = types[extname(name)];
  const file = normalize(join(directory, name));
  if (type === undefined || !file.startsWith(directory)) return null;
  const body = await readFile(file).catch(() => null);
  return body && { type, body };
}
