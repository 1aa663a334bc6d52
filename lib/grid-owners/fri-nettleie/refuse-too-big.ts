import { TariffFileError } from './tariff-file-error.ts';

/** Five times the longest file of 2026. */
export const MAX_FILE_CHARACTERS = 32 * 1024;
/** Five times as many as the fullest file of 2026 has. */
export const MAX_MARKS = 2048;

/** What YAML's keys, items, brackets, anchors and aliases cannot do without. */
const MARK = /[-:,?&*![\]{}]/g;

/**
 * Before the text is parsed: parser and checks take time by the square of the keys of one map, and must not take the night's
 * run. Throws TariffFileError.
 */
export function refuseTooBig(text: string): void {
  const isTooBig = text.length > MAX_FILE_CHARACTERS || (text.match(MARK)?.length ?? 0) > MAX_MARKS;
  if (isTooBig) throw new TariffFileError('too-big', 1, '');
}
