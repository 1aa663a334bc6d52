import { Banner } from '../shell/banner.tsx';
import { problemSentence } from '../words/problem-sentence.ts';
import { useSpeech } from '../words/words-context.ts';
import type { LinkReturn } from './use-link-return.ts';

/** What became of linking the car. */
export function LinkBanner({ state, close }: { readonly state: LinkReturn; readonly close: () => void }) {
  const { words } = useSpeech();
  const action = { label: words.save.close, run: close };
  switch (state.kind) {
    case 'none':
      return null;
    case 'completing':
      return <Banner kind="good">{words.link.completing}</Banner>;
    case 'completed':
      return (
        <Banner kind="good" action={action}>
          {words.link.completed}
        </Banner>
      );
    case 'denied':
      return (
        <Banner kind="problem" action={action}>
          {words.link.denied}
        </Banner>
      );
    case 'failed':
      return (
        <Banner kind="problem" action={action}>
          {problemSentence(state.failure, words)}
        </Banner>
      );
  }
}
