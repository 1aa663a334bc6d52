import { useId, useState } from 'preact/hooks';
import type { Home } from '../api/types.ts';
import { NumberField } from '../fields/number-field.tsx';
import { useSpeech } from '../words/words-context.ts';
import { type FuseKind, fuseKinds, fuseOf, kindOf } from './fuse-kind.ts';

/** As the service takes it, A. */
const LEAST_AMPERE = 10;
const MOST_AMPERE = 400;
/** What most houses have, and what carries least of the two with three phases: a wrong guess stays on the safe side. */
const USUAL: FuseKind = 'IT-3';

interface Props {
  readonly fuse: Home['fuse'];
  readonly change: (fuse: Home['fuse']) => void;
}

/** What is printed on the main fuse, and how the house is supplied. */
export function FuseFields({ fuse, change }: Props) {
  const { words } = useSpeech();
  const id = useId();
  const [chosen, setChosen] = useState<FuseKind>(USUAL);
  const kind = fuse ? kindOf(fuse) : chosen;
  const choose = (other: FuseKind) => {
    setChosen(other);
    if (fuse) change(fuseOf(fuse.ampere, other));
  };
  return (
    <>
      <NumberField
        label={words.house.fuse}
        unit={words.house.ampere}
        testId="fuse"
        hint={words.house.ampereHint}
        value={fuse?.ampere ?? null}
        least={LEAST_AMPERE}
        most={MOST_AMPERE}
        change={(ampere) => change(ampere === null ? null : fuseOf(ampere, kind))}
      />
      <fieldset class="choices" aria-describedby={`${id}-hint`}>
        <legend>{words.house.net}</legend>
        <p id={`${id}-hint`} class="hint">
          {words.house.netHint}
        </p>
        {fuseKinds.map((one) => (
          <label key={one} class="choice">
            <input
              type="radio"
              name={id}
              data-testid={`net-${one}`}
              checked={kind === one}
              onChange={() => choose(one)}
            />
            <span>
              <span class="choice-name">{words.house.kinds[one]}</span>{' '}
              <span class="hint">{words.house.kindHints[one]}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </>
  );
}
