export * from './contracts.ts';
export { openapiDocument } from './openapi.ts';
