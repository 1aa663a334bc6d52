import { createHash } from 'node:crypto';
import type { GridOwner } from '../../tariffs/index.ts';
import type { Served } from '../price-server/served.ts';
import { yamlFile } from './yaml-file.ts';

/** The open repository's directory of tariff files, as somebody with the right to push sees it. */
export class Repository {
  readonly #files: Map<string, string>;

  constructor(owners: readonly GridOwner[]) {
    this.#files = new Map(owners.map((owner) => [`${owner.key}.yml`, yamlFile(owner)]));
  }

  read(key: string): string {
    return this.#files.get(`${key}.yml`) ?? '';
  }

  write(key: string, text: string): void {
    this.#files.set(`${key}.yml`, text);
  }

  remove(key: string): void {
    this.#files.delete(`${key}.yml`);
  }

  /** As GitHub's contents API tells a directory. Its `download_url` leads nowhere: nobody should follow it. */
  listing(): Served {
    const files = [...this.#files].map(([name, text]) => ({
      name,
      path: `tariffer/${name}`,
      sha: gitSha(text),
      size: Buffer.byteLength(text),
      url: `http://127.0.0.1:9/contents/${name}`,
      html_url: `http://127.0.0.1:9/blob/${name}`,
      download_url: `http://127.0.0.1:9/raw/${name}`,
      type: 'file',
    }));
    const directory = { name: 'arkiv', path: 'tariffer/arkiv', sha: gitSha(''), size: 0, type: 'dir' };
    return {
      status: 200,
      contentType: 'application/json; charset=utf-8',
      body: JSON.stringify([directory, ...files]),
      headers: { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '59' },
    };
  }

  file(name: string): Served {
    const body = this.#files.get(name);
    return body === undefined
      ? { status: 404, contentType: 'text/plain', body: '404: Not Found' }
      : { status: 200, contentType: 'text/plain; charset=utf-8', body };
  }
}

/** Git's SHA-1 of a blob, written down once more: a slip in the service's own must show. */
function gitSha(text: string): string {
  return createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest('hex');
}
