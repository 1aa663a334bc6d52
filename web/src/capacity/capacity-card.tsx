import { useSpeech } from '../words/words-context.ts';
import { capacityBars, widestKw } from './capacity-bars.ts';
import { type Capacity, capacitySentences } from './capacity-sentences.ts';

/** The part of the grid tariff that the month's highest hours decide: where it stands, and what the plan does to it. */
export function CapacityCard({ capacity }: { readonly capacity: Capacity }) {
  const { words, format } = useSpeech();
  const say = words.capacity;
  const { uptoKw, feeOre, assumed } = capacity;
  return (
    <section class="card" aria-labelledby="capacity" data-testid="capacity">
      <div>
        <h2 id="capacity">{say.heading}</h2>
        <p class="hint">{say.also}</p>
      </div>
      <div>
        <p class="figure">{say.fee(format.wholeKroner(feeOre))}</p>
        <p>{capacitySentences(capacity, words, format).join(' ')}</p>
      </div>
      <CapacityPicture capacity={capacity} />
      <p class="hint">
        {uptoKw === null ? say.lastStep : say.step(format.kw(uptoKw))} {say.rule}
      </p>
      {assumed && (
        <p class="hint" data-testid="capacity-assumed">
          {say.assumed}
        </p>
      )}
    </section>
  );
}

/** A bar a peak, against the end of the step. The numbers are beside the bars. */
function CapacityPicture({ capacity }: { readonly capacity: Capacity }) {
  const { words, format } = useSpeech();
  const { uptoKw } = capacity;
  const bars = capacityBars(capacity, words, format);
  const share = (kw: number) => `${(kw / widestKw(bars, uptoKw)) * 100}%`;
  return (
    <div class="peaks">
      <ul aria-label={capacity.peaks.length > 0 ? words.capacity.peaks : words.capacity.noPeaks}>
        {bars.map(({ label, kw, kind }) => (
          <li key={label} class={`peak is-${kind}`}>
            <span>{label}</span> <span class="peak-kw">{format.kw(kw)}</span>
            <span class="peak-bar" aria-hidden="true">
              <span style={{ width: share(kw) }} />
            </span>
          </li>
        ))}
      </ul>
      {uptoKw !== null && (
        <div class="peak-step" aria-hidden="true" style={{ left: share(uptoKw) }}>
          <span class="peak-step-label">{words.capacity.upto(format.kw(uptoKw))}</span>
        </div>
      )}
    </div>
  );
}
