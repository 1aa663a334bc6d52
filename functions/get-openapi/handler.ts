import { contracts, openapiDocument } from '../../lib/api/index.ts';
import { apiHandler, onLambda } from '../../lib/platform/index.ts';

const document = openapiDocument();

export const build = apiHandler(contracts['get-openapi'], async () => document);
export const handler = onLambda(build);
