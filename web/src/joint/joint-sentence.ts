import { provedSentence, stepSentence } from '../money/proof-sentences.ts';
import type { Format } from '../words/format.ts';
import type { Words } from '../words/nb.ts';
import type { JointModel } from './joint-model.ts';

/** What house and cars share, and how near its limit they come. */
export function jointSentence(
  { fuseKw, limitKw, fullest }: JointModel,
  { joint }: Words,
  format: Format,
): string {
  const shared = fuseKw === null ? joint.sharesUnknown : joint.shares(format.kw(fuseKw));
  const limit = limitKw === null ? '' : joint.limit(format.kw(limitKw));
  if (fullest === null) return `${shared} ${limit}`.trim();
  const most = joint.most(format.kw(fullest.totalKw), format.clock(fullest.startAt));
  return [shared, limit, most].filter(Boolean).join(' ');
}

/** Why the cars' plans are as they are together: what is told once, and not of each car. */
export function jointReasons(
  { shared, fuseKw, fullest }: JointModel,
  { why, joint }: Words,
  format: Format,
): string[] {
  const reasons = shared?.homeExplanation.map((key) => why[key]) ?? [];
  const house = fullest?.houseKw == null ? [] : [joint.houseThen(format.kw(fullest.houseKw))];
  return [...house, ...reasons, ...(fuseKw === null ? [] : [joint.notBalanced])];
}

/** What the plans make of the month's fee, and how sure we are that nothing is cheaper; '' where they were not made as one. */
export function jointProof({ shared }: JointModel, words: Words, format: Format): string {
  if (shared === null || shared.windows.length === 0) return '';
  return `${stepSentence(shared, words, format)} ${provedSentence(shared, words.joint.optimal, words, format)}`;
}
