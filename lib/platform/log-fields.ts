/**
 * What a log line may hold, and in which shape. A key that is not here is left out, a value of another shape is
 * withheld. The shapes are narrow on purpose: a coordinate (59.9139, 5991390), a VIN, a
 * random reference, a token or an e-mail address fits none.
 */
const word = /^(?=.{1,64}$)[A-Za-z][a-z]*([A-Z][a-z]+)*(-[a-z]+)*$/;
const className = /^[A-Za-z]{1,64}$/;
const localDate = /^\d{4}-\d{2}-\d{2}$/;
const localDateOrTime = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{3})?)?Z)?$/;
const areaCode = /^NO[1-5]$/;

const MAX_COUNT = 1_000_000;

type Shape = RegExp | 'count' | 'flag';

export const logFields = {
  // words of our own: codes, states, reasons
  code: word,
  reason: word,
  state: word,
  status: word,
  step: word,
  kind: word,
  source: word,
  provider: word,
  mode: word,
  reach: word,
  solver: word,
  operation: word,
  command: word,
  outcome: word,
  queue: word,
  table: word,
  field: word,
  days: word,
  area: areaCode,
  gridOwner: word,
  date: localDate,
  startAt: localDateOrTime,
  untilAt: localDateOrTime,
  // whole numbers of things
  count: 'count',
  found: 'count',
  missing: 'count',
  stored: 'count',
  unchanged: 'count',
  refused: 'count',
  line: 'count',
  quarantined: 'count',
  quarters: 'count',
  vehicles: 'count',
  homes: 'count',
  sent: 'count',
  attempt: 'count',
  revision: 'count',
  seconds: 'count',
  milliseconds: 'count',
  percent: 'count',
  httpStatus: 'count',
  // yes or no
  retryable: 'flag',
  last: 'flag',
} as const satisfies Readonly<Record<string, Shape>>;

export type LogField = keyof typeof logFields;

const WITHHELD = '[withheld]';

/** The value itself where it has the key's shape, `[withheld]` otherwise. */
export function safeValue(field: LogField, value: unknown): string | number | boolean {
  const shape: Shape = logFields[field];
  if (shape === 'flag') return typeof value === 'boolean' ? value : WITHHELD;
  if (shape === 'count') return isCount(value) ? value : WITHHELD;
  return typeof value === 'string' && shape.test(value) ? value : WITHHELD;
}

export function isLogField(key: string): key is LogField {
  return Object.hasOwn(logFields, key);
}

/** Names of events and metrics: `kebab-case` or `PascalCase`. */
export function safeWord(value: unknown): string {
  return typeof value === 'string' && word.test(value) ? value : WITHHELD;
}

/** Names of error classes: letters, as `AWSError` too. */
export function safeClassName(value: unknown): string {
  return typeof value === 'string' && className.test(value) ? value : WITHHELD;
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MAX_COUNT;
}
