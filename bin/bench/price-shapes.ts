type Random = () => number;

/** What a night's prices look like, NOK/kWh for each of `count` slots, `perHour` of them to the hour. */
type PriceShape = (random: Random, count: number, perHour: number) => number[];

const each = (count: number, priceOf: (t: number) => number): number[] =>
  Array.from({ length: count }, (_, t) => Math.round(priceOf(t) * 1e5) / 1e5);

const winter: PriceShape = (random, count, perHour) => {
  const [mean, swing, noise] = [0.8 + random(), 0.3 + 0.4 * random(), 0.1];
  return each(
    count,
    (t) => mean + swing * Math.cos((2 * Math.PI * (t / perHour + 1)) / 12) + noise * random(),
  );
};

const below: PriceShape = (random, count) => each(count, () => 0.9 * random() - 0.4);
const mostlyZero: PriceShape = (random, count) => each(count, () => (random() < 0.7 ? 0 : 0.5 * random()));
const allEqual: PriceShape = (random, count) => {
  const price = 0.5 + random();
  return each(count, () => price);
};

/** Settled by the hour: four quarters at one price. */
const hourly: PriceShape = (random, count, perHour) => {
  const hours = each(Math.ceil(count / perHour), () => 0.4 + 1.2 * random());
  return each(count, (t) => hours[Math.floor(t / perHour)] ?? 0);
};

const stepped: PriceShape = (random, count) => each(count, () => Math.round(5 * (0.2 + 1.4 * random())) / 5);
const spikes: PriceShape = (random, count) =>
  each(count, () => (random() < 0.08 ? 4 + random() : 0.5 + 0.2 * random()));

export const priceShapes: readonly PriceShape[] = [
  winter,
  below,
  mostlyZero,
  allEqual,
  hourly,
  stepped,
  spikes,
];
