import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageFiles } from '../../lib/local/gateway/page-files.ts';

let root: string;
let page: ReturnType<typeof pageFiles>;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'page-'));
  mkdirSync(join(root, 'dist/assets'), { recursive: true });
  writeFileSync(join(root, 'dist/index.html'), '<h1>page</h1>');
  writeFileSync(join(root, 'dist/assets/app.js'), 'run()');
  writeFileSync(join(root, 'dist/notes.secret'), 'of an unknown kind');
  writeFileSync(join(root, 'outside.js'), 'not part of the page');
  page = pageFiles(join(root, 'dist'));
});
afterAll(() => rmSync(root, { recursive: true }));

const get = async (path: string, method = 'GET') => {
  const reply = await page({ method, path, query: '', headers: {}, body: Buffer.alloc(0) });
  return reply && { status: reply.status, type: reply.headers['content-type'], body: reply.body.toString() };
};

describe('the page’s files', () => {
  it.each(['/', '/linked', '/index.html'])('%s is the page', async (path) => {
    expect(await get(path)).toEqual({
      status: 200,
      type: 'text/html; charset=utf-8',
      body: '<h1>page</h1>',
    });
  });

  it('its parts come with their type', async () => {
    expect(await get('/assets/app.js')).toMatchObject({
      type: 'text/javascript; charset=utf-8',
      body: 'run()',
    });
  });

  it.each([
    '/outside.js',
    '/../outside.js',
    '/%2e%2e/outside.js',
    '/assets/..%2f..%2foutside.js',
    '/assets/%00.js',
    '/%E0%A4%A',
    '/assets',
    '/notes.secret',
    '/v1/unknown',
  ])('%s is not there', async (path) => {
    expect(await get(path)).toBeNull();
  });

  it('is only read, never written', async () => {
    expect(await get('/', 'POST')).toBeNull();
    expect(await get('/', 'HEAD')).toMatchObject({ status: 200 });
  });
});
