export { buildApp } from './build-app.ts';
export { DataStack } from './data-stack.ts';
export { ServiceStack } from './service-stack.ts';
