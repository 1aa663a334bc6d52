import type { Consent } from '../api/types.ts';
import { useSpeech } from '../words/words-context.ts';
import { type NoticeBlock, noticeBlocks } from './notice-blocks.ts';

interface Props {
  readonly notice: Consent['notice'];
  /** The level below the heading it stands under. */
  readonly heading: 'h3' | 'h4';
}

/** The consent text, in full, in the language it was fetched in. */
export function NoticeText({ notice, heading }: Props) {
  const { words } = useSpeech();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="notice" tabIndex={0} aria-label={words.link.notice} lang={notice.language}>
      {noticeBlocks(notice.text).map((block) => (
        <Block key={block.lines.join()} block={block} heading={heading} />
      ))}
    </section>
  );
}

function Block({ block, heading: Heading }: { block: NoticeBlock; heading: Props['heading'] }) {
  switch (block.kind) {
    case 'title':
      return <p class="notice-title">{block.lines[0]}</p>;
    case 'heading':
      return <Heading>{block.lines[0]}</Heading>;
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
