import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { type Chart, type ChartSource, createChart } from './create-chart.ts';

/** Keeps a chart in `place` that follows the source and the width; `current` is null until it is drawn. */
export function useChart(place: RefObject<HTMLElement | null>, source: ChartSource): RefObject<Chart | null> {
  const latest = useRef(source);
  latest.current = source;
  const chart = useRef<Chart>(null);
  useLayoutEffect(() => {
    if (!place.current) return;
    const drawn = createChart(place.current, () => latest.current);
    chart.current = drawn;
    const sizes = new ResizeObserver(([entry]) => {
      if (entry) drawn.resize(Math.floor(entry.contentRect.width));
    });
    sizes.observe(place.current);
    return () => {
      sizes.disconnect();
      drawn.destroy();
      chart.current = null;
    };
  }, [place]);
  useEffect(() => chart.current?.redraw(), [source.model, source.speech]);
  return chart;
}
