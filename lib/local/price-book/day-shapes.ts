/** EUR/MWh of a price area around 1, by local clock hour. Shapes of our own making, like Norwegian autumn and winter days. */
export type DayShape = readonly number[];

/** Cheap night, a morning peak and a higher evening peak. */
export const typicalDay: DayShape = [
  48, 44, 41, 40, 42, 49, 68, 96, 118, 109, 97, 90, 86, 84, 88, 97, 119, 152, 168, 141, 112, 88, 70, 56,
];

/** Falls from noon on; from 21:00 there is more wind than anybody wants. */
export const windyDay: DayShape = [
  52, 47, 44, 43, 45, 53, 70, 92, 101, 88, 74, 66, 61, 57, 55, 60, 71, 84, 79, 58, 31, -4, -9, -12,
];

/** Late, low peaks. */
export const quietDay: DayShape = [
  54, 50, 47, 44, 43, 45, 50, 58, 71, 82, 84, 80, 75, 71, 70, 76, 90, 116, 124, 107, 90, 77, 66, 58,
];

/** Every quarter of the day at one price. */
export const flatDay: DayShape = Array.from({ length: 24 }, () => 62);
