import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Home, Prices, Vehicle } from '../api/types.ts';
import type { MovingNow } from '../time/moving-now.ts';
import { QUARTER_MS } from '../time/oslo.ts';
import { useSpeech } from '../words/words-context.ts';
import { moveTo } from './move-to.ts';
import { PictureHead } from './picture-head.tsx';
import { pictureModel, quarterIndex } from './picture-model.ts';
import { PlanTable } from './plan-table.tsx';
import { PriceLegend } from './price-legend.tsx';
import { PriceNotes } from './price-notes.tsx';
import { quarterReadout, spokenQuarter } from './quarter-readout.ts';
import { useChart } from './use-chart.ts';
import { useChosenQuarter } from './use-chosen-quarter.ts';
import { useNowLine } from './use-now-line.ts';

interface Props {
  readonly vehicle: Vehicle;
  readonly home: Home;
  readonly prices: Prices | null;
  readonly clock: MovingNow;
}

/** Prices and plan in one picture; a slider to those who hear it, and a table below. */
export function PlanPicture({ vehicle, home, prices, clock }: Props) {
  const speech = useSpeech();
  const { words, format } = speech;
  const model = useMemo(() => pictureModel(vehicle, prices, clock.now), [vehicle, prices, clock.now]);
  const place = useRef<HTMLDivElement>(null);
  const nowLine = useRef<HTMLDivElement>(null);
  const cursor = useRef<HTMLDivElement>(null);
  const chart = useChart(place, { model, speech });
  useNowLine(nowLine, chart, clock);
  const present = quarterIndex(model, clock.now);
  const chosen = useChosenQuarter(chart, model, present);
  const index = Math.min(chosen.index ?? present, model.quarters.length - 1);
  const quarter = model.quarters[index];
  useEffect(() => {
    if (!cursor.current || !chart.current || !quarter) return;
    moveTo(cursor.current, chart.current, quarter.startAt, quarter.startAt + QUARTER_MS);
    if (chosen.index === null) cursor.current.hidden = true;
  }, [chart, quarter, chosen.index]);
  const readout = quarter && quarterReadout(quarter, words, format);
  const hasBands = model.quarters.some(({ bands }) => bands !== null);
  const isBelowZero = model.quarters.some(({ bands }) => bands !== null && bands.power < 0);
  const isGuessed = model.quarters.some(({ isGuess }) => isGuess);
  const isEmpty = model.quarters.every(({ price }) => price === null);
  return (
    <figure class="picture" data-testid="plan-picture">
      <PictureHead
        home={home}
        readout={readout}
        isPresent={chosen.index === null}
        charging={(quarter?.charging ?? 0) > 0}
      />
      {prices && hasBands && (
        <PriceLegend prices={prices} readout={readout} isBelowZero={isBelowZero} isGuessed={isGuessed} />
      )}
      <div
        class="picture-canvas"
        role="slider"
        tabIndex={0}
        aria-label={words.picture.spoken}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={model.quarters.length - 1}
        aria-valuenow={index}
        aria-valuetext={readout ? spokenQuarter(readout, words) : ''}
        onKeyDown={chosen.onKeyDown}
        onBlur={chosen.onBlur}
      >
        <div ref={place} class="picture-place" />
        <div ref={nowLine} class="now-line" aria-hidden="true" hidden />
        <div ref={cursor} class="quarter-cursor" aria-hidden="true" hidden />
        {isEmpty && <p class="picture-empty">{words.picture.noPrices}</p>}
      </div>
      <PriceNotes home={home} prices={prices} plan={vehicle.plan} />
      <PlanTable model={model} />
    </figure>
  );
}
