import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { type MovingNow, movedNow } from '../time/moving-now.ts';
import type { Chart } from './create-chart.ts';
import { moveTo } from './move-to.ts';

/** How often the line moves while the simulated night runs; in real time it needs no hurry. */
const FAST_MS = 100;
const SLOW_MS = 5_000;

/** Moves `line` with the service's clock, without rendering anything again. */
export function useNowLine(
  line: RefObject<HTMLElement | null>,
  chart: RefObject<Chart | null>,
  clock: MovingNow,
): void {
  useEffect(() => {
    const move = () => {
      if (line.current && chart.current)
        moveTo(line.current, chart.current, movedNow(clock, performance.now()));
    };
    move();
    const timer = setInterval(move, clock.speed > 1 ? FAST_MS : SLOW_MS);
    return () => clearInterval(timer);
  }, [line, chart, clock]);
}
