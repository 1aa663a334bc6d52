import type { Consent } from '../api/types.ts';
import { useSpeech } from '../words/words-context.ts';
import { type NoticeBlock, noticeBlocks } from './notice-blocks.ts';

/** The consent text, in full, in the language it was fetched in. */
export function NoticeText({ notice }: { readonly notice: Consent['notice'] }) {
  const { words } = useSpeech();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="notice" tabIndex={0} aria-label={words.link.notice} lang={notice.language}>
      {noticeBlocks(notice.text).map((block) => (
        <Block key={block.lines.join()} block={block} />
      ))}
    </section>
  );
}

function Block({ block }: { readonly block: NoticeBlock }) {
  switch (block.kind) {
    case 'title':
      return <p class="notice-title">{block.lines[0]}</p>;
    case 'heading':
      return <h4>{block.lines[0]}</h4>;
    case 'paragraph':
      return <p>{block.lines[0]}</p>;
    case 'list':
      return (
        <ul>
          {block.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      );
  }
}
