import type uPlot from 'uplot';
import type { Instant } from '../time/oslo.ts';

/** Canvas pixels per CSS pixel. */
export function density(): number {
  return window.devicePixelRatio || 1;
}

/** Where a moment is, in canvas pixels. */
export function xOf(plot: uPlot, at: Instant): number {
  return Math.round(plot.valToPos(at / 1000, 'x', true));
}

/** Where a price is, in canvas pixels. */
export function yOf(plot: uPlot, ore: number): number {
  return Math.round(plot.valToPos(ore, 'y', true));
}

/** A colour of the page's palette, so that the canvas and the style sheet cannot differ. */
export function colour(element: Element, name: `--${string}`): string {
  return getComputedStyle(element).getPropertyValue(name).trim();
}

export function font(size: number, weight = 400): string {
  return `${weight} ${Math.round(size * density())}px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif`;
}
