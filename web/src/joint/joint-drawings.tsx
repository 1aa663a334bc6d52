import type { Home } from '../api/types.ts';
import { type Instant, osloTime } from '../time/oslo.ts';
import { useSpeech } from '../words/words-context.ts';
import { PowerDrawing, PriceDrawing } from './joint-drawing.tsx';
import type { JointModel } from './joint-model.ts';
import { JointPane } from './joint-pane.tsx';

interface Props {
  readonly model: JointModel;
  readonly home: Home;
  readonly cars: number;
  readonly now: Instant;
}

/** Price above, power below, on one time axis. */
export function JointDrawings({ model, home, cars, now }: Props) {
  const { words, format } = useSpeech();
  const { span, fuseKw, topKw, prices, hours, midnights } = model;
  const left = (at: Instant) => `${((at - span.fromAt) / (span.untilAt - span.fromAt)) * 100}%`;
  const unit = home.vatPercent === 0 ? words.picture.unitNoVat : words.picture.unit;
  return (
    <div class="joint-drawings" role="img" aria-label={words.joint.spoken}>
      <JointPane name="price" title={`${words.picture.price}, ${unit}`} low={prices[0]} high={prices[1]}>
        <PriceDrawing model={model} />
      </JointPane>
      <JointPane name="power" title={`${words.joint.power}, ${words.joint.unit}`} low={0} high={topKw}>
        <PowerDrawing model={model} cars={cars} />
        {fuseKw !== null && (
          <p class="joint-fuse-label" style={{ bottom: `${(fuseKw / topKw) * 100}%` }}>
            {words.joint.fuse} {format.kw(fuseKw)}
          </p>
        )}
      </JointPane>
      <div class="joint-over">
        {midnights.map((at) => (
          <div
            key={at}
            class={at > (span.fromAt + span.untilAt) / 2 ? 'joint-midnight is-late' : 'joint-midnight'}
            style={{ left: left(at) }}
          >
            <span>{format.day(at)}</span>
          </div>
        ))}
        {now >= span.fromAt && now < span.untilAt && <div class="joint-now" style={{ left: left(now) }} />}
      </div>
      <div class="joint-hours">
        {hours.map((at) => (
          <span key={at} style={{ left: left(at) }}>
            {String(osloTime(at).hour).padStart(2, '0')}
          </span>
        ))}
      </div>
    </div>
  );
}
