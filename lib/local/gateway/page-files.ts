import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { GatewayRequest } from './gateway-request.ts';
import type { Reply } from './reply.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};
/** Views of the one page: the page itself tells them apart. */
const views = ['/', '/linked'];

/** The built page from `directory`; null for what is not in it. */
export function pageFiles(directory: string): (request: GatewayRequest) => Promise<Reply | null> {
  return async ({ method, path }) => {
    if (method !== 'GET' && method !== 'HEAD') return null;
    const file = fileOf(directory, path);
    const type = file && contentTypes[extname(file)];
    if (!file || !type) return null;
    const body = await readFile(file).catch(() => null);
    if (!body) return null;
    return {
      status: 200,
      headers: {
        'content-type': type,
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      },
      body,
    };
  };
}

function fileOf(directory: string, path: string): string | null {
  if (views.includes(path)) return join(directory, 'index.html');
  try {
    const file = normalize(join(directory, decodeURIComponent(path)));
    return file.startsWith(normalize(directory) + sep) && !file.includes('\0') ? file : null;
  } catch {
    return null;
  }
}
