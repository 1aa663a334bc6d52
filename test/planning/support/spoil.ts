import fc from 'fast-check';

type Path = readonly (string | number)[];

/** The same JSON with one place changed. */
function withPlace<T>(value: T, path: Path, place: unknown): T {
  const [key, ...rest] = path;
  if (key === undefined) return place as T;
  const part = (value as Record<string | number, unknown>)[key];
  const changed = withPlace(part, rest, place);
  if (Array.isArray(value)) return value.with(Number(key), changed) as T;
  return { ...value, [key]: changed };
}

/** Every place of a JSON value, or only those that hold numbers. */
function placesOf(value: unknown, onlyNumbers: boolean, path: Path = []): Path[] {
  const here = onlyNumbers && typeof value !== 'number' ? [] : [path];
  if (typeof value !== 'object' || value === null) return here;
  const inside = Object.entries(value).flatMap(([key, part]) =>
    placesOf(part, onlyNumbers, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [...here, ...inside];
}

/** JSON values with one to three places spoilt. */
export const spoilt = <T>(
  whole: fc.Arbitrary<T>,
  by: fc.Arbitrary<unknown>,
  onlyNumbers = false,
): fc.Arbitrary<{ value: T; paths: Path[] }> =>
  whole.chain((value) =>
    fc
      .array(fc.tuple(fc.constantFrom(...placesOf(value, onlyNumbers)), by), { minLength: 1, maxLength: 3 })
      .map((changes) => ({
        // Deep places first: a shallow change may take them away.
        value: changes
          .toSorted(([one], [other]) => other.length - one.length)
          .reduce((changed, [path, place]) => withPlace(changed, path, place), value),
        paths: changes.map(([path]) => path),
      })),
  );
