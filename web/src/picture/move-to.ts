import type { Instant } from '../time/oslo.ts';
import type { Chart } from './create-chart.ts';

/** Puts a vertical marker at a moment of the chart, and hides it outside. */
export function moveTo(marker: HTMLElement, { plot }: Chart, at: Instant, untilAt: Instant = at): void {
  const { min = 0, max = 0 } = plot.scales.x ?? {};
  marker.hidden = at / 1000 < min || at / 1000 > max;
  // uPlot's plotting area in CSS pixels within the chart.
  const { offsetLeft, offsetTop, offsetHeight } = plot.over;
  const left = plot.valToPos(at / 1000, 'x');
  marker.style.top = `${offsetTop}px`;
  marker.style.height = `${offsetHeight}px`;
  marker.style.transform = `translateX(${offsetLeft + left}px)`;
  if (untilAt > at) marker.style.width = `${plot.valToPos(untilAt / 1000, 'x') - left}px`;
}
