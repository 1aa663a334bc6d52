import { type Document, isMap, isNode, isScalar, type LineCounter, type Node } from 'yaml';

type Path = readonly PropertyKey[];

/** Where in a file something is: what a person looks for, and where. */
export interface PlaceInFile {
  /** 1-based. */
  readonly line: number;
  readonly field: string;
  /** False where the file has nothing at this path; the line is then that of what should hold it. */
  readonly exists: boolean;
}

/** A key whose name is no plain word is not repeated: it may be anything. */
const plainWord = /^[\p{L}_]{1,32}$/u;

export function placeInFile(document: Document, lines: LineCounter, path: Path): PlaceInFile {
  const known = path.filter((_, i) => nodeAt(document, path.slice(0, i + 1)) !== null);
  const node = nodeAt(document, known) ?? (isNode(document.contents) ? document.contents : null);
  const exists = known.length === path.length;
  // A preprocessed scalar has no elements of its own in the file: the place is the scalar's.
  const named = exists || isScalar(node) ? known : path;
  return { line: lineOf(node, lines), field: fieldName(named), exists: exists || isScalar(node) };
}

/** The place of a key in the map at a path. */
export function placeOfKey(document: Document, lines: LineCounter, path: Path, key: string): PlaceInFile {
  const holder = nodeAt(document, path);
  const pair = isMap(holder) ? holder.items.find((one) => isScalar(one.key) && one.key.value === key) : null;
  const node = isNode(pair?.key) ? pair.key : holder;
  const named = plainWord.test(key) ? [...path, key] : path;
  return { line: lineOf(node, lines), field: fieldName(named), exists: true };
}

function nodeAt(document: Document, path: Path): Node | null {
  const found: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  return isNode(found) ? found : null;
}

function lineOf(node: Node | null, lines: LineCounter): number {
  return Math.max(1, lines.linePos(node?.range?.[0] ?? 0).line);
}

/** `tariffer[2].energiledd` */
function fieldName(path: Path): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}
