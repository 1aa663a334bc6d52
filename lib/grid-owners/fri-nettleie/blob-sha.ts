import { createHash } from 'node:crypto';

/** The name Git gives a file's content: SHA-1 of a header and its bytes, lower-case hex. */
export function blobSha(text: string): string {
  const bytes = Buffer.from(text, 'utf8');
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
