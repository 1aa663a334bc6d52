import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { ServiceError } from './errors.ts';

const MAX_BODY_BYTES = 64 * 1024;
/** Base64 writes three bytes as four characters. */
const MAX_BASE64_LENGTH = Math.ceil(MAX_BODY_BYTES / 3) * 4;

type BodyEvent = Pick<APIGatewayProxyEventV2, 'body' | 'headers' | 'isBase64Encoded'>;

/**
 * The request's JSON, at most 64 KiB of it. Throws `body-too-large`, `unsupported-media-type` or `invalid-request`;
 * middy's own parser would carry the raw body in its error's cause.
 */
export function jsonBody(event: BodyEvent): unknown {
  const text = textOf(event);
  if (!isJson(event.headers)) throw new ServiceError('unsupported-media-type');
  try {
    return JSON.parse(text, refusePrototype);
  } catch {
    throw new ServiceError('invalid-request', { field: '' });
  }
}

/** Every request is measured, also where no body is expected. */
export function checkBodySize(event: BodyEvent): void {
  const body = typeof event.body === 'string' ? event.body : '';
  const isTooLarge = event.isBase64Encoded
    ? body.length > MAX_BASE64_LENGTH
    : body.length > MAX_BODY_BYTES || Buffer.byteLength(body, 'utf8') > MAX_BODY_BYTES;
  if (isTooLarge) throw new ServiceError('body-too-large');
}

function textOf(event: BodyEvent): string {
  if (typeof event.body !== 'string') return '';
  return event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString('utf8') : event.body;
}

/** Header names come in lower case from API Gateway (payload 2.0), and are not trusted to. */
function isJson(headers: BodyEvent['headers'] | undefined): boolean {
  const type = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  return typeof type === 'string' && /^application\/json\s*(;|$)/i.test(type.trim());
}

/** zod overlooks a key of this name, JSON.parse makes it an ordinary property: it is refused before anyone copies it. */
function refusePrototype(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new SyntaxError('refused');
  return value;
}
