import type { Home } from '../api/types.ts';
import type { Format } from '../words/format.ts';
import type { Words } from '../words/nb.ts';
import { kindOf } from './fuse-kind.ts';

/** 'Trefase, 230 V (IT), 63 A: 25,1 kW'; null where the fuse is not told. */
export function fuseSentence({ fuse, fuseKw }: Home, { house }: Words, format: Format): string | null {
  if (fuse === null || fuseKw === null) return null;
  return house.fuseNow(format.ampere(fuse.ampere), house.kinds[kindOf(fuse)], format.kw(fuseKw));
}
