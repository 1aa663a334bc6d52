import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

type Rgb = readonly [number, number, number];

const css = await readFile(new URL('../../web/src/styles/palette.css', import.meta.url), 'utf8');

function colour(name: string): Rgb {
  const hex = new RegExp(`--${name}: #([0-9a-f]{6});`).exec(css)?.[1];
  if (hex === undefined) throw new Error(`no colour --${name}`);
  const [r, g, b] = [0, 2, 4].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  return [r ?? 0, g ?? 0, b ?? 0];
}

function linear(v: number): number {
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
}

/** WCAG 2, from linear light. */
function contrast(one: Rgb, other: Rgb): number {
  const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** How linear light looks without one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1). */
const sight: Readonly<Record<string, readonly Rgb[]>> = {
  trichromacy: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seen([r, g, b]: Rgb, kind: string): Rgb {
  const rows = sight[kind] ?? [];
  const [x = 0, y = 0, z = 0] = rows.map(([p, q, s]) => Math.min(1, Math.max(0, p * r + q * g + s * b)));
  return [x, y, z];
}

/** Distance in OKLab (Ottosson 2020), ×100: 2 can just be told apart side by side. */
function distance(one: Rgb, other: Rgb): number {
  const [a, b] = [okLab(one), okLab(other)];
  return 100 * Math.hypot(...a.map((v, i) => v - (b[i] ?? 0)));
}

function okLab([r, g, b]: Rgb): number[] {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const bands = ['band-power', 'band-grid', 'band-taxes', 'plan'];

test.each(Object.keys(sight))('the parts of a price are told apart: %s', (kind) => {
  for (const one of bands) {
    for (const other of bands.filter((name) => name > one)) {
      const apart = distance(seen(colour(one), kind), seen(colour(other), kind));
      expect(apart, `${one} and ${other}`).toBeGreaterThan(10);
    }
  }
});

test.each(Object.keys(sight))('house, cars and fuse are told apart: %s', (kind) => {
  const whose = ['house', 'car-1', 'car-2', 'car-3', 'fuse'];
  for (const one of whose) {
    for (const other of whose.filter((name) => name > one)) {
      const apart = distance(seen(colour(one), kind), seen(colour(other), kind));
      expect(apart, `${one} and ${other}`).toBeGreaterThan(10);
    }
  }
});

test('and stand out from the night they hang in, as WCAG 2.1 asks of graphics', () => {
  for (const ground of ['night', 'night-deep']) {
    for (const name of [...bands, 'house', 'car-1', 'car-2', 'car-3', 'fuse', 'guess'])
      expect(contrast(colour(name), colour(ground)), name).toBeGreaterThan(3);
  }
});
