import { useEffect, useState } from 'preact/hooks';
import type { Area, GridOwnerChoice, Place, PlaceFound, PlaceQuestion } from '../api/types.ts';
import { problemSentence } from '../words/problem-sentence.ts';
import { useSpeech } from '../words/words-context.ts';
import { AreaChoice } from './area-choice.tsx';
import { DigitsField } from './digits-field.tsx';
import { isSplit } from './is-split.ts';
import { PlaceChoice } from './place-choice.tsx';
import { placeSentence } from './place-sentence.ts';
import { placesByHand } from './places-by-hand.ts';
import { usePlace } from './use-place.ts';

const POSTCODE_DIGITS = 4;
const METERING_POINT_DIGITS = 18;

interface Props {
  /** Null until the customer has told it for certain. */
  readonly place: Place | null;
  readonly choose: (place: Place | null) => void;
  /** Who may own the grid there. */
  readonly offer: (gridOwners: readonly GridOwnerChoice[]) => void;
}

/** Where home is: by postcode, by metering point, or by hand. What is typed leaves the page once, and is kept nowhere. */
export function PlaceField({ place, choose, offer }: Props) {
  const { words } = useSpeech();
  const { lookup, ask, forget } = usePlace();
  const [candidates, setCandidates] = useState<PlaceFound | null>(null);
  const [typed, setTyped] = useState({ postcode: '', meteringPointId: '' });
  const [area, setArea] = useState<Area | null>(place?.area ?? null);
  const [isByHand, setByHand] = useState(false);

  const askOwners = (of: Area) => ask({ area: of }).then((found) => found && offer(found.gridOwners));
  useEffect(() => void (place && askOwners(place.area)), []);

  const settle = (found: PlaceFound) => {
    setCandidates(found);
    choose(found.places.length === 1 ? (found.places[0] ?? null) : null);
  };
  const lookUp = async (question: PlaceQuestion) => {
    setArea(null);
    const found = await ask(question);
    if (found === null) return;
    // Between areas the grid owners are those of both: they are offered once the area is known.
    offer(isSplit(found.places) ? [] : found.gridOwners);
    settle(found);
  };
  /** One of several candidates; where they lie in different areas, only grid owners of that area are left. */
  const chooseCandidate = async (candidate: Place) => {
    choose(candidate);
    if (!candidates || !isSplit(candidates.places) || candidate.area === place?.area) return;
    offer([]);
    const found = await ask({ area: candidate.area });
    const keys = found?.gridOwners.map(({ key }) => key) ?? [];
    if (found) offer(candidates.gridOwners.filter(({ key }) => keys.includes(key)));
  };
  const type = (what: keyof typeof typed, text: string) => {
    setTyped({ postcode: '', meteringPointId: '', [what]: text });
    setCandidates(null);
    choose(null);
    forget();
  };
  const chooseArea = (chosen: Area) => {
    setTyped({ postcode: '', meteringPointId: '' });
    setArea(chosen);
    offer([]);
    settle({ municipality: null, places: placesByHand(chosen), gridOwners: [] });
    void askOwners(chosen);
  };
  const problem = lookup.kind === 'failed' ? problemSentence(lookup.failure, words) : '';
  const isShort = typed.postcode.length < POSTCODE_DIGITS;
  const told = isShort && problem !== '' ? words.place.postcodeShort : problem;
  const postcodeProblem = typed.postcode === '' ? '' : told;
  const isLost = problem !== '' && typed.meteringPointId === '';
  useEffect(() => {
    if (isLost) setByHand(true);
  }, [isLost]);
  return (
    <fieldset class="place" data-testid="place">
      <legend>{words.link.home}</legend>
      <DigitsField
        label={words.place.postcode}
        hint={words.place.postcodeHint}
        testId="postcode"
        count={POSTCODE_DIGITS}
        autocomplete="postal-code"
        value={typed.postcode}
        error={postcodeProblem}
        type={(text) => type('postcode', text)}
        whole={(postcode) => void lookUp({ postcode })}
      />
      <details>
        <summary data-testid="by-metering-point">{words.place.meteringPoint}</summary>
        <DigitsField
          label={words.place.meteringPointId}
          hint={words.place.meteringPointHint}
          testId="metering-point"
          count={METERING_POINT_DIGITS}
          autocomplete="off"
          value={typed.meteringPointId}
          error={typed.meteringPointId === '' ? '' : problem}
          type={(text) => type('meteringPointId', text)}
          whole={(meteringPointId) => void lookUp({ meteringPointId })}
        />
      </details>
      <details open={isByHand} onToggle={(event) => setByHand(event.currentTarget.open)}>
        <summary data-testid="by-hand">{words.place.byHand}</summary>
        <AreaChoice area={area} choose={chooseArea} />
        <p class="error" role="alert">
          {area !== null && problem}
        </p>
      </details>
      <p class="place-found" role="status" data-testid="place-found">
        {lookup.kind === 'asking' && place === null && area === null && words.place.asking}
        {place && placeSentence(candidates?.municipality ?? null, place, words)}
      </p>
      {candidates && candidates.places.length > 1 && (
        <PlaceChoice found={candidates} chosen={place} choose={chooseCandidate} />
      )}
    </fieldset>
  );
}
