import type { Vehicle } from '../api/types.ts';
import { useSpeech } from '../words/words-context.ts';

/** How full, how full it shall be, and whether it is filling. */
export function Battery({ vehicle }: { readonly vehicle: Vehicle }) {
  const { words, format } = useSpeech();
  const { percent, limitPercent } = vehicle.battery;
  const target = vehicle.plan?.targetPercent ?? vehicle.wishes.targetPercent;
  const charging = vehicle.charging === 'charging';
  const shown = percent === null ? words.battery.unknown : format.percent(percent);
  const belowTarget = limitPercent !== null && limitPercent < target;
  return (
    <div class={charging ? 'battery is-charging' : 'battery'}>
      <p class="battery-figures">
        <span class="battery-percent" data-testid="battery-percent">
          {shown}
        </span>
        <span class="battery-target">{words.battery.target(format.percent(target))}</span>
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: <meter> cannot carry a target mark */}
      <div
        class="battery-case"
        role="meter"
        tabIndex={-1}
        aria-label={words.battery.heading}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent ?? 0}
        aria-valuetext={words.battery.spoken(shown, format.percent(target))}
      >
        <div class="battery-fill" style={{ width: `${percent ?? 0}%` }} />
        <div class="battery-mark" style={{ left: `${target}%` }} />
      </div>
      <p class="battery-note">
        {charging && vehicle.powerKw !== null && vehicle.powerKw > 0 && (
          <span>{words.status.power(format.kw(vehicle.powerKw))}</span>
        )}
        {belowTarget && <span>{words.battery.carLimit(format.percent(limitPercent))}</span>}
      </p>
    </div>
  );
}
