import { problemSentence } from '../words/problem-sentence.ts';
import { useSpeech } from '../words/words-context.ts';
import type { Saving } from './use-saving.ts';

interface Props<T> {
  readonly saving: Saving<T>;
  /** What was saved, in words. */
  readonly saved: string;
  readonly undone: string;
}

/** Says what became of a change, beside the control, with a way back. The live region is always there, so it is heard. */
export function SaveNote<T>({ saving, saved, undone }: Props<T>) {
  const { words } = useSpeech();
  const { state } = saving;
  const said = {
    idle: '',
    saving: words.save.saving,
    saved,
    undone,
    failed: state.kind === 'failed' ? problemSentence(state.failure, words) : '',
  }[state.kind];
  return (
    <div class={`save-note is-${state.kind}`}>
      <p role="status">{said}</p>
      {saving.canUndo && (
        <button type="button" class="button-quiet" data-testid="undo" onClick={saving.undo}>
          {words.save.undo}
        </button>
      )}
      {state.kind === 'failed' && (
        <button type="button" class="button-quiet" onClick={saving.retry}>
          {words.save.retry}
        </button>
      )}
    </div>
  );
}
