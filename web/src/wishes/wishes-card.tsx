import { api } from '../api/api.ts';
import type { Vehicle, Wishes } from '../api/types.ts';
import { SaveNote } from '../save/save-note.tsx';
import { useSaving } from '../save/use-saving.ts';
import { useSpeech } from '../words/words-context.ts';

/** Long enough to finish typing a time or sliding, short enough to feel saved. */
const REST_MS = 700;

interface Props {
  readonly vehicle: Vehicle;
  /** Null where there is only one car to talk of. */
  readonly name: string | null;
  readonly refresh: () => Promise<void>;
}

/** When the car must be ready, and with how much. */
export function WishesCard({ vehicle, name, refresh }: Props) {
  const { words, format } = useSpeech();
  const save = async (wishes: Wishes) => {
    await api.putWishes(vehicle.vehicleRef, wishes);
    await refresh();
  };
  const saving = useSaving<Wishes>(vehicle.wishes, save, REST_MS);
  const { readyBy, targetPercent } = saving.value;
  const id = (name: string) => `${name}-${vehicle.vehicleRef}`;
  return (
    <section class="card" aria-labelledby={id('wishes')}>
      <h2 id={id('wishes')}>{name ? `${name}: ${words.wishes.heading}` : words.wishes.heading}</h2>
      <div class="field field-row">
        <label for={id('departure')}>{words.wishes.readyBy}</label>
        <input
          id={id('departure')}
          data-testid="departure"
          type="time"
          required
          value={readyBy}
          onInput={({ currentTarget: { value } }) => {
            // A half-typed time is empty; it is not a wish yet.
            if (value) saving.change({ readyBy: value.slice(0, 5), targetPercent });
          }}
        />
      </div>
      <div class="field">
        <div class="field-row">
          <label for={id('target')}>{words.wishes.target}</label>
          <output class="target-value" for={id('target')}>
            {format.percent(targetPercent)}
          </output>
        </div>
        <input
          id={id('target')}
          data-testid="target"
          type="range"
          min={50}
          max={100}
          step={1}
          value={targetPercent}
          aria-valuetext={format.percent(targetPercent)}
          aria-describedby={id('target-hint')}
          onInput={({ currentTarget: { valueAsNumber } }) =>
            saving.change({ readyBy, targetPercent: valueAsNumber })
          }
        />
        <div class="range-ends" aria-hidden="true">
          <span>{format.percent(50)}</span>
          <span>{format.percent(100)}</span>
        </div>
        <p id={id('target-hint')} class="hint">
          {words.wishes.targetHint}
        </p>
      </div>
      <SaveNote
        saving={saving}
        saved={words.wishes.saved(format.wallClock(readyBy), format.percent(targetPercent))}
        undone={words.wishes.undone}
      />
    </section>
  );
}
