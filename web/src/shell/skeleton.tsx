import { useSpeech } from '../words/words-context.ts';

/** The page's shape while the first answer is on its way. */
export function Skeleton() {
  const { words } = useSpeech();
  return (
    <div class="skeleton" role="status" data-testid="loading">
      <span class="unseen">{words.page.loading}</span>
      <div class="night">
        <div class="bone bone-title" />
        <div class="bone bone-line" />
        <div class="bone bone-bar" />
        <div class="bone bone-picture" />
      </div>
    </div>
  );
}
