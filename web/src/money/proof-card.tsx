import type { Vehicle } from '../api/types.ts';
import { useSpeech } from '../words/words-context.ts';
import { proofSentences } from './proof-sentences.ts';

/** What this charging costs and saves, and the proof of it. */
export function ProofCard({ vehicle }: { readonly vehicle: Vehicle }) {
  const { words, format } = useSpeech();
  const proof = vehicle.plan && proofSentences(vehicle.plan, words, format);
  const { session } = vehicle;
  const hasCharged = session !== null && session.gridKwh >= 0.05;
  if (!proof && !hasCharged) return null;
  return (
    <section class="card card-proof" aria-labelledby={`proof-${vehicle.vehicleRef}`} data-testid="proof">
      <h2 id={`proof-${vehicle.vehicleRef}`}>{words.proof.heading}</h2>
      {proof?.saved && <p class="figure saved">{proof.saved}</p>}
      {proof && <p>{proof.cost}</p>}
      {proof?.proved && <p class="hint">{proof.proved}</p>}
      {hasCharged && (
        <p class="hint">
          {words.proof.soFar(format.kwh(session.gridKwh), format.kroner(session.costOre))}
          {session.unpriced && ` ${words.proof.unpriced}`}
        </p>
      )}
    </section>
  );
}
