import * as z from 'zod';
import { apiRoute } from '../api-route.ts';

export const getOpenapiContract = apiRoute({
  operationId: 'getOpenapi',
  summary: 'This document',
  description: 'The OpenAPI 3.1 description of this service, made from the schemas that check every request.',
  method: 'GET',
  path: '/openapi.json',
  isPublic: true,
  status: 200,
  answer: z.looseObject({ openapi: z.string() }).meta({ id: 'OpenApiDocument' }),
  problems: [],
  answerExample: { openapi: '3.1.1' },
});
