import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { UsageError } from '../usage-error.ts';

/** One line of a table under its header. */
export interface Row {
  /** What a column says, without spaces around it. */
  cell(name: string): string;
  /** The error that this line of this file is wrong. */
  wrong(why: string): UsageError;
}

/**
 * The rows of a CSV file that has the needed columns (others are ignored), one after the other. Throws UsageError that names the
 * option and the line, for a file that cannot be read too.
 */
export async function* readTable(
  option: string,
  file: string,
  needed: readonly string[],
): AsyncGenerator<Row> {
  let names: readonly string[] | null = null;
  let line = 0;
  for await (const text of linesOf(option, file)) {
    line += 1;
    const cells = cellsOf(text);
    if (names === null) names = header(option, cells, needed);
    else if (text.trim() !== '') yield rowOf(option, names, cells, line);
  }
  if (names === null) header(option, [], needed);
}

function header(option: string, names: readonly string[], needed: readonly string[]): readonly string[] {
  const missing = needed.find((name) => !names.includes(name));
  if (missing) throw new UsageError(`${option}: the first line names no column ${missing}`);
  return names;
}

function rowOf(option: string, names: readonly string[], cells: readonly string[], line: number): Row {
  return {
    cell: (name) => cells[names.indexOf(name)] ?? '',
    wrong: (why) => new UsageError(`${option}: line ${line}: ${why}`),
  };
}

async function* linesOf(option: string, file: string): AsyncGenerator<string> {
  try {
    yield* createInterface({ input: createReadStream(file, 'utf8') });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UsageError(`${option}: the file cannot be read (${code})`);
  }
}

/** A quoted cell may hold commas. */
function cellsOf(text: string): string[] {
  const cells = text.replace('\ufeff', '').match(/(?:"(?:[^"]|"")*"|[^,]*)(?:,|$)/g) ?? [];
  return cells.map((cell) => cell.replace(/,$/, '').trim().replace(/^"|"$/g, ''));
}
