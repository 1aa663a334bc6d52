import { useSpeech } from '../words/words-context.ts';

/** The rest of the reasons, for who asks. */
export function Why({ sentences }: { readonly sentences: readonly string[] }) {
  const { words } = useSpeech();
  if (sentences.length === 0) return null;
  return (
    <details class="why">
      <summary>{words.why.ask}</summary>
      <p>{sentences.join(' ')}</p>
    </details>
  );
}
