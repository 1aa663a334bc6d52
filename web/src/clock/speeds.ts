/** Service seconds per second: real time, a minute, five, a quarter hour, an hour, four. */
const speeds: readonly number[] = [1, 60, 300, 900, 3600, 14_400];

/** The next slower (−1) or faster (1) speed; the last one stays. */
export function nextSpeed(speed: number, direction: 1 | -1): number {
  const beyond = speeds.filter((one) => (direction === 1 ? one > speed : one < speed));
  return (direction === 1 ? beyond[0] : beyond.at(-1)) ?? speed;
}
