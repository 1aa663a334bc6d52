import { useId } from 'preact/hooks';
import type { Place, PlaceFound } from '../api/types.ts';
import { useSpeech } from '../words/words-context.ts';
import { isSplit } from './is-split.ts';

interface Props {
  readonly found: Pick<PlaceFound, 'municipality' | 'places'>;
  readonly chosen: Place | null;
  readonly choose: (place: Place) => void;
}

/** Where what was asked does not tell the place for certain, only the customer knows. */
export function PlaceChoice({ found: { municipality, places }, chosen, choose }: Props) {
  const { words } = useSpeech();
  const hint = useId();
  const sameArea = !isSplit(places);
  const sameTaxes = places.every(({ taxZone }) => taxZone === places[0]?.taxZone);
  const detailsOf = ({ area, taxZone }: Place) =>
    [...(sameArea ? [] : [words.areas[area]]), ...(sameTaxes ? [] : [words.taxZones[taxZone]])].join(', ');
  return (
    <fieldset class="choices" aria-describedby={hint} data-testid="place-choice">
      <legend>{sameArea ? words.place.taxesDiffer : words.place.areasDiffer(municipality)}</legend>
      <p id={hint} class="hint">
        {!sameArea && words.place.areasDifferHint}
      </p>
      {places.map((place) => (
        <label key={`${place.area} ${place.taxZone}`} class="choice">
          <input
            type="radio"
            name="place"
            data-testid={`place-${place.area}-${place.taxZone}`}
            checked={place.area === chosen?.area && place.taxZone === chosen.taxZone}
            onChange={() => choose(place)}
          />
          <span>
            <span class="choice-name">{sameArea ? words.taxZonePlaces[place.taxZone] : place.area}</span>{' '}
            {detailsOf(place)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
