import type { Vehicle } from '../api/types.ts';
import { useSpeech } from '../words/words-context.ts';
import { proofSentences } from './proof-sentences.ts';

/** Less is not shown: it rounds to nothing. */
const NOTICEABLE_KWH = 0.05;

/** Below the picture: what this charging costs and saves, and the proof of it. */
export function ProofStrip({ vehicle }: { readonly vehicle: Vehicle }) {
  const { words, format } = useSpeech();
  const proof = vehicle.plan && proofSentences(vehicle.plan, words, format);
  const { session } = vehicle;
  const hasCharged = session !== null && session.gridKwh >= NOTICEABLE_KWH;
  if (!proof && !hasCharged) return null;
  return (
    <section class="proof" aria-label={words.proof.heading} data-testid="proof">
      {proof?.saved && <p class="figure saved">{proof.saved}</p>}
      {proof && (
        <p>
          {proof.cost}
          {proof.step && `. ${proof.step}`}
        </p>
      )}
      <p class="hint">
        {proof?.nineInTen} {proof?.proved}{' '}
        {hasCharged && words.proof.soFar(format.kwh(session.gridKwh), format.kroner(session.costOre))}{' '}
        {hasCharged && session.unpriced && words.proof.unpriced}
      </p>
    </section>
  );
}
