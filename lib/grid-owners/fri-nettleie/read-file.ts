import { type Document, isNode, LineCounter, parseDocument, visit } from 'yaml';
import type * as z from 'zod';
import type { GridOwner } from '../../tariffs/index.ts';
import { tariffFile } from './file-schema.ts';
import { type PlaceInFile, placeInFile, placeOfKey } from './place-in-file.ts';
import { refuseTooBig } from './refuse-too-big.ts';
import { TariffFileError, type TariffFileErrorCode } from './tariff-file-error.ts';

/**
 * Reads one file of the open tariff repository kraftsystemet/fri-nettleie (data CC BY 4.0). `key`: the file's name without
 * `.yml`. `checkedOn` is when the file says its figures were last checked. Price areas are not in it. Throws TariffFileError with
 * the line that is wrong.
 */
export function readFriNettleieFile(key: string, text: string): GridOwner {
  refuseTooBig(text);
  const lines = new LineCounter();
  // Keys with å, æ and ø may come as letter and accent.
  const document = parseDocument(text.normalize('NFC'), { lineCounter: lines, prettyErrors: false });
  refuseBroken(document, lines);
  const parsed = tariffFile.safeParse(document.toJS());
  if (!parsed.success) throw firstWrong(document, lines, parsed.error.issues);
  const { netteier, kilder, sist_oppdatert: checkedOn, tariffer } = parsed.data;
  return { key, name: netteier, areas: [], sources: kilder, checkedOn, tariffs: tariffer, ownDays: [] };
}

function refuseBroken(document: Document, lines: LineCounter): void {
  const [broken] = [...document.errors, ...document.warnings];
  if (broken) throw new TariffFileError('not-yaml', lines.linePos(broken.pos[0]).line, '');
  visit(document, {
    // An alias of an alias of an alias is a small file that is large in memory. The format has none.
    Alias(_, alias) {
      throw new TariffFileError('alias', lines.linePos(alias.range?.[0] ?? 0).line, '');
    },
    Pair(_, { key }) {
      if (!isNode(key)) throw new TariffFileError('not-yaml', 1, '');
    },
  });
}

type Issue = z.core.$ZodIssue;
interface Finding extends PlaceInFile {
  readonly code: TariffFileErrorCode;
}

/** A misspelt key is both unknown and missing, and it is the unknown one that somebody can see. */
function firstWrong(document: Document, lines: LineCounter, issues: readonly Issue[]): TariffFileError {
  const found = issues.flatMap((issue) => findings(document, lines, issue)).sort((a, b) => a.line - b.line);
  const first = found.find(({ code }) => code !== 'missing') ?? found[0];
  return new TariffFileError(first?.code ?? 'not-allowed', first?.line ?? 1, first?.field ?? '');
}

function findings(document: Document, lines: LineCounter, issue: Issue): Finding[] {
  if (issue.code === 'unrecognized_keys') {
    // One is enough to refuse the file.
    return issue.keys.slice(0, 1).map((key) => ({
      ...placeOfKey(document, lines, issue.path, key),
      code: 'unknown-key' as const,
    }));
  }
  const place = placeInFile(document, lines, issue.path);
  return [{ ...place, code: place.exists ? codeOf(issue) : 'missing' }];
}

function codeOf(issue: Issue): TariffFileErrorCode {
  if (issue.code === 'custom') return issue.message as TariffFileErrorCode;
  if (issue.code === 'too_small' && issue.origin === 'array') return 'empty';
  return issue.code === 'too_small' || issue.code === 'too_big' ? 'out-of-range' : 'not-allowed';
}
