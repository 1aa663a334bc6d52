export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * How one coordinate is written by programs: decimals rounded or cut off, with point or comma, scaled to whole numbers,
 * in degrees and minutes, in degrees, minutes and seconds, in radians. `decimals` from and to, both inclusive.
 */
export function spellingsOf(degrees: number, decimals: { from: number; to: number }): string[] {
  const found = new Set<string>();
  for (let places = decimals.from; places <= decimals.to; places++) {
    for (const text of [degrees.toFixed(places), cutOff(degrees, places)]) {
      found.add(text);
      found.add(text.replace('.', ','));
    }
    if (places >= 5) found.add(String(Math.round(degrees * 10 ** places)));
  }
  const whole = Math.floor(degrees);
  const minutes = (degrees - whole) * 60;
  const seconds = ((minutes % 1) * 60).toFixed(1);
  found.add(`${whole}° ${minutes.toFixed(3)}'`);
  found.add(`${whole}°${Math.floor(minutes)}'${seconds}`);
  found.add(`${whole}° ${Math.floor(minutes)}' ${seconds}`);
  found.add(((degrees * Math.PI) / 180).toFixed(7));
  return [...found];
}

function cutOff(degrees: number, places: number): string {
  const [whole, fraction = ''] = degrees.toFixed(10).split('.');
  return `${whole}.${fraction.slice(0, places)}`;
}

const geohashAlphabet = '0123456789bcdefghjkmnpqrstuvwxyz';

/** Geohash (Niemeyer 2008): halve longitude and latitude in turn, five bits a letter. */
export function geohash({ latitude, longitude }: Place, length: number): string {
  const ranges = [
    { low: -180, high: 180, value: longitude },
    { low: -90, high: 90, value: latitude },
  ];
  let text = '';
  for (let letter = 0, bit = 0; letter < length; letter++) {
    let index = 0;
    for (let inLetter = 0; inLetter < 5; inLetter++, bit++) {
      const range = ranges[bit % 2] as (typeof ranges)[number];
      const middle = (range.low + range.high) / 2;
      const upper = range.value >= middle;
      index = index * 2 + (upper ? 1 : 0);
      if (upper) range.low = middle;
      else range.high = middle;
    }
    text += geohashAlphabet[index];
  }
  return text;
}
