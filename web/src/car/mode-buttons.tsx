import type { ComponentChildren } from 'preact';
import { api } from '../api/api.ts';
import type { Mode, Vehicle } from '../api/types.ts';
import { SaveNote } from '../save/save-note.tsx';
import { useSaving } from '../save/use-saving.ts';
import { useSpeech } from '../words/words-context.ts';

const icons: Readonly<Record<Mode, ComponentChildren>> = {
  plan: <path d="M3 17h4v-5h4v3h3V7h4v10h3" />,
  'charge-now': <path d="M13 2 5 14h6l-1 8 8-12h-6z" />,
  pause: <path d="M8 5v14M16 5v14" />,
};
const modes: readonly Mode[] = ['plan', 'charge-now', 'pause'];

/** Follow the plan, charge now, or pause: three buttons, one pressed. */
export function ModeButtons({ vehicle, refresh }: { vehicle: Vehicle; refresh: () => Promise<void> }) {
  const { words } = useSpeech();
  const save = async (mode: Mode) => {
    await api.putMode(vehicle.vehicleRef, mode);
    await refresh();
  };
  const saving = useSaving(vehicle.mode, save, 0);
  return (
    <div class="mode">
      {/* biome-ignore lint/a11y/useSemanticElements: three toggle buttons are no form */}
      <div class="mode-buttons" role="group" aria-label={words.mode.heading}>
        {modes.map((mode) => (
          <button
            key={mode}
            type="button"
            class="mode-button"
            data-testid={`mode-${mode}`}
            aria-pressed={saving.value === mode}
            onClick={() => saving.value !== mode && saving.change(mode)}
          >
            <svg viewBox="0 0 24 24" aria-hidden="true">
              {icons[mode]}
            </svg>
            {words.mode[mode]}
          </button>
        ))}
      </div>
      <SaveNote
        saving={saving}
        saved={words.mode.changed[saving.value]}
        undone={words.mode.changed[saving.value]}
      />
    </div>
  );
}
