import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Chart } from './create-chart.ts';
import { type PictureModel, quarterIndex } from './picture-model.ts';

const QUARTERS_AN_HOUR = 4;

export interface ChosenQuarter {
  /** Null: nobody points at anything, the present quarter speaks. */
  readonly index: number | null;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onBlur: () => void;
}

/** The quarter that pointer, finger or arrow keys are on. */
export function useChosenQuarter(
  chart: RefObject<Chart | null>,
  model: PictureModel,
  present: number,
): ChosenQuarter {
  const [index, setIndex] = useState<number | null>(null);
  useEffect(() => {
    const over = chart.current?.plot.over;
    if (!over) return;
    const point = (event: PointerEvent) => {
      const seconds =
        chart.current?.plot.posToVal(event.clientX - over.getBoundingClientRect().left, 'x') ?? 0;
      setIndex(quarterIndex(model, seconds * 1000));
    };
    const leave = (event: PointerEvent) => event.pointerType === 'mouse' && setIndex(null);
    over.addEventListener('pointermove', point);
    over.addEventListener('pointerdown', point);
    over.addEventListener('pointerleave', leave);
    return () => {
      over.removeEventListener('pointermove', point);
      over.removeEventListener('pointerdown', point);
      over.removeEventListener('pointerleave', leave);
    };
  }, [chart, model]);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextIndex(event.key, index ?? present, model.quarters.length);
    if (next === undefined) return;
    event.preventDefault();
    setIndex(next);
  };
  return { index, onKeyDown, onBlur: () => setIndex(null) };
}

/** Where a key leads; null: to the present; undefined: the key is not ours. */
export function nextIndex(key: string, from: number, count: number): number | null | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowDown: -1,
    ArrowRight: 1,
    ArrowUp: 1,
    PageDown: -QUARTERS_AN_HOUR,
    PageUp: QUARTERS_AN_HOUR,
    Home: -count,
    End: count,
  };
  if (key === 'Escape') return null;
  const step = steps[key];
  return step === undefined ? undefined : Math.min(Math.max(from + step, 0), count - 1);
}
