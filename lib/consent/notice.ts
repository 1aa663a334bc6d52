import type { Language } from '../homes/index.ts';
import { sha256Hex } from '../platform/index.ts';
import { en } from './notices/en.ts';
import { nb } from './notices/nb.ts';

/** What the customer reads and agrees to; the hash is of the exact text in that language. */
interface Notice {
  readonly version: string;
  readonly sha256: string;
  readonly language: Language;
  readonly text: string;
}

const VERSION = '2026-11';
/** Whoever agreed to one of these was not told that the charging current is set. */
const withoutCurrent: readonly string[] = ['2026-01', '2026-02'];

/** The notice now in force. */
export function notice(language: Language): Notice {
  const text = { nb, en }[language];
  return { version: VERSION, sha256: sha256Hex(text), language, text };
}

/** Whether who agreed to this notice agreed that the charging current is set. */
export function coversCurrent(version: string): boolean {
  return !withoutCurrent.includes(version);
}
