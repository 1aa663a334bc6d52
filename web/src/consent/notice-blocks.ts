/** A part of the consent text: a heading, a paragraph, or a list. */
export interface NoticeBlock {
  readonly kind: 'title' | 'heading' | 'paragraph' | 'list';
  readonly lines: readonly string[];
}

/**
 * The exact text, laid out but not changed: blocks are parted by empty lines; a block's first line is its heading where
 * more follows; lines that begin with "- " are points; any other line goes on where the one before stopped.
 */
export function noticeBlocks(text: string): NoticeBlock[] {
  const parts = text
    .trim()
    .split(/\n\s*\n/)
    .map((part) => part.split('\n'));
  return parts.flatMap((lines, index) => {
    const [first = '', ...rest] = lines;
    if (rest.length === 0) return [{ kind: index === 0 ? 'title' : 'paragraph', lines: [first] }];
    return [{ kind: 'heading', lines: [first] }, ...body(rest)];
  });
}

function body(lines: readonly string[]): NoticeBlock[] {
  const blocks: { kind: 'list' | 'paragraph'; lines: string[] }[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (line.startsWith('- ')) {
      if (last?.kind === 'list') last.lines.push(line.slice(2));
      else blocks.push({ kind: 'list', lines: [line.slice(2)] });
    } else if (last) {
      last.lines.push(`${last.lines.pop() ?? ''} ${line.trim()}`);
    } else {
      blocks.push({ kind: 'paragraph', lines: [line] });
    }
  }
  return blocks;
}
