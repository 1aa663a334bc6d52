import { useSpeech } from '../words/words-context.ts';

const LEAST_KWH = 10;
const MOST_KWH = 250;

/** The sizes the API takes, usable kWh. */
export function isBattery(kwh: number): boolean {
  return kwh >= LEAST_KWH && kwh <= MOST_KWH;
}

export function BatteryField({
  kwh,
  change,
}: {
  readonly kwh: number;
  readonly change: (kwh: number) => void;
}) {
  const { words } = useSpeech();
  return (
    <div class="field">
      <label for="battery-kwh">{words.link.battery}</label>
      <input
        id="battery-kwh"
        data-testid="battery-kwh"
        type="number"
        inputMode="decimal"
        min={LEAST_KWH}
        max={MOST_KWH}
        step="0.1"
        value={Number.isNaN(kwh) ? '' : kwh}
        aria-describedby="battery-hint"
        onInput={(event) => change(event.currentTarget.valueAsNumber)}
      />
      <p id="battery-hint" class="hint">
        {words.link.batteryHint}
      </p>
    </div>
  );
}
