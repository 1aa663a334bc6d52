import { createHash } from 'node:crypto';

/** A number in [0, 1) that looks random and is the same for the same text: runs repeat exactly. */
export function stableShare(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
}
