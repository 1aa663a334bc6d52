/** The number that was written, with a comma or a point; NaN where it is none. */
export function oreIn(text: string): number {
  const plain = text.trim().replace(',', '.').replace('−', '-');
  return /^-?\d+(\.\d*)?$|^-?\.\d+$/.test(plain) ? Number(plain) : Number.NaN;
}
