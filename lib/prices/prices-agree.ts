/**
 * Whether two sources tell the same day: each clock hour's mean, EUR/MWh, within 1 % or 0.5 EUR/MWh. Hours, because one
 * source may state the hourly index where the other states quarters, and because households are settled by the hour.
 */
export function pricesAgree(one: readonly number[], other: readonly number[]): boolean {
  const others = hourMeans(other);
  return hourMeans(one).every((mean, hour) => {
    const otherMean = others[hour] ?? Number.NaN;
    return Math.abs(mean - otherMean) <= Math.max(0.5, 0.01 * Math.abs(mean));
  });
}

/** A day starts on the hour, so each four quarters are one clock hour, also where the clocks change. */
function hourMeans(quarters: readonly number[]): number[] {
  return Array.from({ length: quarters.length / 4 }, (_, hour) => {
    const four = quarters.slice(4 * hour, 4 * hour + 4);
    return four.reduce((sum, price) => sum + price, 0) / 4;
  });
}
