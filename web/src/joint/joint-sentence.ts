import type { Format } from '../words/format.ts';
import type { Words } from '../words/nb.ts';
import type { JointModel } from './joint-model.ts';

/** What house and cars share, and how near its limit they come. */
export function jointSentence({ fuseKw, fullest }: JointModel, { joint }: Words, format: Format): string {
  const shared = fuseKw === null ? joint.sharesUnknown : joint.shares(format.kw(fuseKw));
  if (fullest === null) return shared;
  return `${shared} ${joint.most(format.kw(fullest.totalKw), format.clock(fullest.startAt))}`;
}
