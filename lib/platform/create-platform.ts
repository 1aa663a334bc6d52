import type { FunctionRow } from '../wiring.ts';
import { putEvent } from './bus.ts';
import { systemClock } from './clock.ts';
import { dynamoOf } from './dynamo.ts';
import { BUS_NAME, type Environment, queueVariable, secretVariable, tableVariable } from './environment.ts';
import { type ErrorCode, ServiceError } from './errors.ts';
import { guardOf, noGuard } from './guard.ts';
import { fetchClient } from './http-client.ts';
import { type LogSink, logOf } from './log.ts';
import { metricsOf } from './metrics.ts';
import type { Clock, Platform, Random } from './platform.ts';
import { sendMessage } from './queue.ts';
import { systemRandom } from './random.ts';
import { sealOf } from './seal.ts';
import { secretReader } from './secrets.ts';

export interface PlatformOptions {
  /** The function's variables (environment.ts) and the AWS SDK's: AWS_REGION, AWS_ENDPOINT_URL[_service], credentials. */
  readonly environment: Environment;
  readonly functionName?: string;
  readonly clock?: Clock;
  readonly random?: Random;
  /** Takes log and metric lines; without it they go to standard output. */
  readonly logSink?: LogSink;
  /** Refuses what this row does not list, as IAM does in the cloud. Without it only missing variables refuse. */
  readonly allowed?: FunctionRow;
}

/** The world as one function may use it. Clients are made when first used and shared within the process. */
export function createPlatform(options: PlatformOptions): Platform {
  const { environment, clock = systemClock, random = systemRandom } = options;
  const functionName = options.functionName ?? environment.AWS_LAMBDA_FUNCTION_NAME ?? 'unnamed';
  const guard = options.allowed === undefined ? noGuard : guardOf(options.allowed, environment);
  const written = { functionName, clock, sink: options.logSink };
  const read = secretReader(environment, clock);
  return {
    clock,
    random,
    http: fetchClient,
    seal: guard.seal(sealOf(environment)),
    log: logOf(written),
    metrics: metricsOf(written),
    get dynamo() {
      return guard.dynamo(dynamoOf(environment));
    },
    tableName: (table) => variable(environment, tableVariable(table), 'forbidden-by-wiring'),
    setting: (name) => variable(environment, name, 'setting-missing'),
    secret: async (name) => read(variable(environment, secretVariable(name), 'forbidden-by-wiring')),
    async send(queue, body, delaySeconds = 0) {
      const queueUrl = variable(environment, queueVariable(queue), 'forbidden-by-wiring');
      await sendMessage(environment, { queueUrl, body: JSON.stringify(body), delaySeconds });
    },
    async announce(event, detail) {
      const busName = variable(environment, BUS_NAME, 'forbidden-by-wiring');
      guard.checkEvent(event);
      const at = clock.now();
      await putEvent(environment, { busName, name: event, detail: JSON.stringify(detail), at });
    },
  };
}

function variable(environment: Environment, name: string, otherwise: ErrorCode): string {
  const value = environment[name];
  if (value === undefined || value === '') throw new ServiceError(otherwise);
  return value;
}
