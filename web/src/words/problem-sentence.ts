import type { Failure } from '../api/failure.ts';
import type { Words } from './nb.ts';

/** Codes whose advice to the customer is another code's. */
const sameAs: Readonly<Record<string, keyof Words['problem']>> = {
  'unknown-field': 'invalid-request',
  'body-too-large': 'invalid-request',
  'stale-write': 'conflict',
  'not-signed-in': 'signed-out',
  'http-timeout': 'vendor-down',
  'http-unreachable': 'vendor-down',
  'vehicle-state': 'vendor-down',
  asleep: 'vendor-down',
};

/** What to tell the customer of a failure, and what they can do. A code we have no words for is "unexpected". */
export function problemSentence({ code }: Failure, { problem }: Words): string {
  const key = sameAs[code] ?? code;
  return key in problem ? problem[key as keyof Words['problem']] : problem.unexpected;
}
