import type * as z from 'zod';
import {
  type CreateDocumentOptions,
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi';
import type { ErrorCode } from '../platform/index.ts';
import type { ApiRoute } from './api-route.ts';
import { contracts } from './contracts.ts';
import { problem } from './problem.ts';

type AnyRoute = ApiRoute<unknown, unknown, unknown, unknown>;
type OverridableSchema = Parameters<NonNullable<CreateDocumentOptions['override']>>[0]['jsonSchema'];
type ParameterSchema = z.ZodObject<Record<string, z.ZodType>>;

const problemContent = { 'application/problem+json': { schema: problem } };

/** The whole API as an OpenAPI 3.1 document: what docs/openapi.json holds and GET /openapi.json answers. */
export function openapiDocument(): { readonly openapi: string; readonly [part: string]: unknown } {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of Object.values(contracts) as unknown as AnyRoute[]) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route) };
  }
  return { ...createDocument({ ...head, paths }, { override: tidy }) };
}

const head: Omit<ZodOpenApiObject, 'paths'> = {
  openapi: '3.1.1',
  info: {
    title: 'Smartlading',
    version: '1.0.0',
    description:
      'Charges a customer’s car when power is cheapest. Instants are UTC; money is whole øre incl. VAT; energy is kWh, ' +
      'power kW. The customer is the subject of the bearer token: no route names one.',
  },
  servers: [
    { url: '/', description: 'The service that served this document.' },
    { url: 'http://localhost:3000', description: 'The whole service on this machine (npm start).' },
  ],
  security: [{ app: [] }],
  components: {
    securitySchemes: {
      app: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'The app’s access token.' },
    },
  },
};

function operation(route: AnyRoute): ZodOpenApiOperationObject {
  return {
    operationId: route.operationId,
    summary: route.summary,
    description: route.description,
    ...(route.isPublic ? { security: [] } : {}),
    ...(hasParameters(route) ? { requestParams: requestParameters(route) } : {}),
    ...(route.body === undefined ? {} : { requestBody: requestBody(route) }),
    responses: {
      [String(route.status)]: {
        description: 'Done.',
        content: { 'application/json': { schema: route.answer, example: route.answerExample } },
      },
      ...(route.isPublic ? {} : { '401': { description: 'No valid token.' } }),
      default: { description: problemWords(route), content: problemContent },
    },
  };
}

function hasParameters(route: AnyRoute): boolean {
  return route.pathParameters !== undefined || route.query !== undefined;
}

function requestParameters(route: AnyRoute): NonNullable<ZodOpenApiOperationObject['requestParams']> {
  return {
    ...(route.pathParameters === undefined ? {} : { path: route.pathParameters as ParameterSchema }),
    ...(route.query === undefined ? {} : { query: route.query as ParameterSchema }),
  };
}

function requestBody(route: AnyRoute): NonNullable<ZodOpenApiOperationObject['requestBody']> {
  return {
    required: true,
    content: { 'application/json': { schema: route.body as z.ZodType, example: route.bodyExample } },
  };
}

const invalidRequest: readonly ErrorCode[] = ['invalid-request', 'unknown-field'];
const invalidBody: readonly ErrorCode[] = ['body-too-large', 'unsupported-media-type'];

function problemWords(route: AnyRoute): string {
  const checked = route.body ?? route.query ?? route.pathParameters;
  const codes: ErrorCode[] = [
    ...(checked === undefined ? [] : invalidRequest),
    ...(route.body === undefined ? [] : invalidBody),
    ...route.problems,
    'unexpected',
  ];
  return `A problem; \`code\` is one of ${codes.join(', ')}.`;
}

/** Answers may grow fields: only requests are closed to unknown ones. What only repeats a format or a type is left out. */
function tidy({ jsonSchema, io }: { jsonSchema: OverridableSchema; io: 'input' | 'output' }): void {
  if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
  if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}
