/** EUR/MWh of a price area around 1, by local clock hour. Shapes of our own making, like Norwegian autumn and winter days. */
export type DayShape = readonly number[];

/** Cheap night, a morning peak and a higher evening peak. */
export const typicalDay: DayShape = [
  58, 54, 51, 50, 52, 58, 74, 93, 104, 99, 91, 86, 83, 82, 84, 90, 101, 116, 122, 112, 98, 86, 76, 66,
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
