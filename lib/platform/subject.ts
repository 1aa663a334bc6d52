import type { APIGatewayProxyEventV2WithJWTAuthorizer as ApiEvent } from 'aws-lambda';
import { ServiceError } from './errors.ts';

/** What identity providers use as subjects: UUIDs, `provider|id`, `name:space`. It becomes a partition key. */
const plain = /^[\w.:|@-]{1,128}$/;

/** The token's subject, as API Gateway's authoriser has checked it. Throws `not-signed-in`. */
export function subjectOf(event: ApiEvent): string {
  const subject: unknown = event.requestContext?.authorizer?.jwt?.claims?.sub;
  if (typeof subject !== 'string' || !plain.test(subject)) throw new ServiceError('not-signed-in');
  return subject;
}
