import * as z from 'zod';
import { type Platform, parseJsonAnswer } from '../../platform/index.ts';
import { isGridOwnerKey } from '../grid-owner-key.ts';
import { statusError } from '../status-error.ts';

/** A directory as GitHub's contents API tells it, at most a thousand files. Its URLs are left out: they are never followed. */
const listing = z
  .array(
    z.object({
      name: z.string(),
      type: z.string(),
      sha: z.string().regex(/^[0-9a-f]{40}$/),
    }),
  )
  .max(1000);

export interface ListedFile {
  /** File name without `.yml`. */
  readonly key: string;
  /** Git's name for the content. */
  readonly sha: string;
}

/** The tariff files of the open repository. Throws ServiceError where it cannot be asked or believed. */
export async function listFiles(platform: Platform): Promise<ListedFile[]> {
  const answer = await platform.http.send({
    method: 'GET',
    url: platform.setting('FRI_NETTLEIE_LIST_URL'),
    headers: { accept: 'application/vnd.github+json' },
  });
  if (answer.status !== 200) throw statusError(answer);
  return parseJsonAnswer(answer, listing).flatMap(({ name, type, sha }) => {
    if (type !== 'file' || !name.endsWith('.yml')) return [];
    const key = name.slice(0, -'.yml'.length);
    if (isGridOwnerKey(key)) return [{ key, sha }];
    platform.metrics.count('tariffs-file-refused');
    platform.log.warn('tariffs-file-refused', { source: 'fri-nettleie', code: 'name-not-allowed' });
    return [];
  });
}
