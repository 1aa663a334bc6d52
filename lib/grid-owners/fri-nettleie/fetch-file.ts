import { type Platform, ServiceError } from '../../platform/index.ts';
import { statusError } from '../status-error.ts';
import { blobSha } from './blob-sha.ts';
import type { ListedFile } from './list-files.ts';

const TIMEOUT_MS = 8_000;
/** The HTTP client takes it away, and Git counts it. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The text of a listed file, exactly as listed. GitHub's raw files come from a cache that can be minutes behind the
 * listing: an older text under a newer name would stay for good, so it is `bad-answer`, and the next run's.
 */
export async function fetchFile(platform: Platform, { key, sha }: ListedFile): Promise<string> {
  const url = `${platform.setting('FRI_NETTLEIE_RAW_URL')}/${key}.yml`;
  const answer = await platform.http.send({ method: 'GET', url, timeoutMs: TIMEOUT_MS });
  if (answer.status !== 200) throw statusError(answer);
  const isListed = [answer.text, BYTE_ORDER_MARK + answer.text].some((text) => blobSha(text) === sha);
  if (!isListed) throw new ServiceError('bad-answer', { retryable: true });
  return answer.text;
}
