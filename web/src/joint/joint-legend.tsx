import { useSpeech } from '../words/words-context.ts';
import type { JointModel } from './joint-model.ts';
import { toneClass } from './tone-class.ts';

/** Which tone is whose; the table tells it to those who hear the page. */
export function JointLegend({ model, cars }: { readonly model: JointModel; readonly cars: number }) {
  const { words } = useSpeech();
  const isGuessed = model.quarters.some(({ isGuess }) => isGuess);
  const hasHouse = model.quarters.some(({ houseKw }) => houseKw !== null);
  return (
    <div class="legend" aria-hidden="true">
      {Array.from({ length: cars }, (_, index) => index + 1).map((number) => (
        <p key={number} class={`legend-band ${toneClass(number)}`}>
          {words.page.car(number)}
        </p>
      ))}
      {hasHouse && <p class="legend-band is-house">{words.joint.house}</p>}
      {model.fuseKw !== null && <p class="legend-band is-fuse">{words.joint.fuse}</p>}
      <p class="legend-band is-price">{words.picture.price}</p>
      {isGuessed && <p class="legend-band is-guess-line">{words.picture.guessedLegend}</p>}
    </div>
  );
}
