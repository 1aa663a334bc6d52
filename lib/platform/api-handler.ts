import middy from '@middy/core';
import type {
  APIGatewayProxyEventV2WithJWTAuthorizer as ApiEvent,
  APIGatewayProxyStructuredResultV2 as ApiResult,
  Context,
} from 'aws-lambda';
import { jsonAnswer, problemAnswer } from './api-answer.ts';
import { asServiceError } from './errors.ts';
import { checkBodySize, jsonBody } from './json-body.ts';
import { requestParser } from './parse-request.ts';
import type { ApiContract, Build, Platform } from './platform.ts';
import { subjectOf } from './subject.ts';

interface ApiRequest<Body, Path, Query> {
  /** The customer: the token's subject. Empty on a public route. */
  readonly subject: string;
  readonly path: Path;
  readonly query: Query;
  readonly body: Body;
  readonly platform: Platform;
}

export type ApiUseCase<Body, Path, Query, Answer> = (
  request: ApiRequest<Body, Path, Query>,
) => Promise<Answer> | Answer;

/**
 * One route: the request parsed by its contract, one use case called, the answer cut to its contract. Whatever comes
 * in, an answer comes out; whatever goes wrong is a problem document that repeats nothing of the request.
 */
export function apiHandler<Body, Path, Query, Answer>(
  contract: ApiContract<Body, Path, Query, Answer>,
  useCase: ApiUseCase<Body, Path, Query, Answer>,
): Build<ApiEvent, ApiResult> {
  const read = requestReader(contract);
  return (platform) => {
    const handler = middy<ApiEvent, ApiResult>()
      .before(({ event }) => checkBodySize(event))
      .onError((request) => {
        request.response = refusal(platform, contract.operationId, request.error);
      })
      .handler(async (event: ApiEvent) => {
        const answer = await useCase({ ...read(event), platform });
        return jsonAnswer(contract.status, contract.answer.parse(answer));
      });
    return (event) => handler(event, noContext);
  };
}

/** middy asks the context only for the time left, which the runtime's own timeout keeps. */
const noContext = {} as Context;

function requestReader<Body, Path, Query>(
  contract: ApiContract<Body, Path, Query, unknown>,
): (event: ApiEvent) => Omit<ApiRequest<Body, Path, Query>, 'platform'> {
  const path = contract.pathParameters && requestParser(contract.pathParameters);
  const query = contract.query && requestParser(contract.query);
  const body = contract.body && requestParser(contract.body);
  return (event) => ({
    subject: contract.isPublic ? '' : subjectOf(event),
    path: path ? path(event.pathParameters ?? {}) : (undefined as Path),
    query: query ? query(event.queryStringParameters ?? {}) : (undefined as Query),
    body: body ? body(jsonBody(event)) : (undefined as Body),
  });
}

function refusal(platform: Platform, operation: string, thrown: unknown): ApiResult {
  const error = asServiceError(thrown);
  const answer = problemAnswer(error);
  if ((answer.statusCode ?? 500) >= 500) platform.log.error('request-failed', thrown, { operation });
  else platform.log.info('request-refused', { operation, code: error.code });
  return answer;
}
