export { type ApiUseCase, apiHandler } from './api-handler.ts';
export { EVENT_SOURCE } from './bus.ts';
export { systemClock } from './clock.ts';
export { withCorrelation } from './correlation.ts';
export { createPlatform } from './create-platform.ts';
export { dynamoActions, dynamoActionsOf } from './dynamo-actions.ts';
export {
  type Environment,
  environmentNamesOf,
  environmentOf,
  environmentOfRow,
  type PhysicalNames,
  queueVariable,
  secretVariable,
  tableVariable,
} from './environment.ts';
export * from './errors.ts';
export { eventHandler } from './event-handler.ts';
export { fetchClient } from './http-client.ts';
export { onLambda } from './lambda.ts';
export { parseJsonAnswer } from './parse-answer.ts';
export * from './platform.ts';
export { problemOf } from './problem.ts';
export { queueHandler } from './queue-handler.ts';
export { systemRandom } from './random.ts';
export { scheduleHandler } from './schedule-handler.ts';
export { sha256Hex } from './sha256.ts';
export { unusedModules } from './unused-modules.ts';
