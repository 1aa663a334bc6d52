import type { ErrorCode, ServiceError } from './errors.ts';

/** RFC 9457 problem details, with the members of ours: `code` for the app, `field` names what was wrong. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly field?: string;
}

type Told = readonly [status: number, title: string];

const inside: Told = [500, 'Something went wrong here'];
const later: Told = [503, 'Not available just now'];
const carSays: Told = [409, 'The car cannot do that now'];

const told: Readonly<Record<ErrorCode, Told>> = {
  'invalid-request': [400, 'The request is not valid'],
  'unknown-field': [400, 'The request has a field that is not known'],
  'not-signed-in': [401, 'Not signed in'],
  'not-found': [404, 'Not found'],
  'home-missing': [404, 'No home yet'],
  'postcode-unknown': [404, 'No place is known for this postcode'],
  'metering-point-invalid': [400, 'Not the number of a Norwegian metering point'],
  'metering-point-unknown': [404, 'It is not known whose metering point this is'],
  'grid-owner-unknown': [404, 'No grid owner of this name'],
  conflict: [409, 'Changed by somebody else meanwhile'],
  'stale-write': [409, 'Changed by somebody else meanwhile'],
  'consent-text-outdated': [409, 'The consent text has changed'],
  'withdrawal-in-progress': [409, 'Consent is being withdrawn'],
  'link-expired': [410, 'The link has expired'],
  'body-too-large': [413, 'The request is too large'],
  'unsupported-media-type': [415, 'The body must be application/json'],
  'needs-reauth': [409, 'The car must be linked again'],
  'vehicle-removed': carSays,
  'needs-owner-action': carSays,
  asleep: carSays,
  'vehicle-state': carSays,
  unsupported: carSays,
  'rate-limited': [429, 'Too many requests'],
  'vendor-down': later,
  'http-timeout': later,
  'http-unreachable': later,
  'bad-answer': later,
  'no-prices': later,
  misconfigured: inside,
  'setting-missing': inside,
  'sealed-text-unreadable': inside,
  'forbidden-by-wiring': inside,
  unexpected: inside,
};

/** What an app is told of an error. Of faults inside nothing but that there was one. */
export function problemOf(error: ServiceError): Problem {
  const [status, title] = told[error.code];
  const code = status === 500 ? 'unexpected' : error.code;
  return {
    type: `urn:smartlading:problem:${code}`,
    title,
    status,
    code,
    ...(error.field === undefined || status === 500 ? {} : { field: error.field }),
  };
}
