import { LogFormatter, Logger, LogItem } from '@aws-lambda-powertools/logger';
import type { LogAttributes, UnformattedAttributes } from '@aws-lambda-powertools/logger/types';
import { isoUtc } from '../time/index.ts';
import { correlationId } from './correlation.ts';
import { isLogField, safeValue, safeWord } from './log-fields.ts';
import type { Clock, Log } from './platform.ts';
import { safeError } from './safe-error.ts';

/** Takes each finished line: the local run's, or a test's. */
export type LogSink = (line: string) => void;

export interface LogOptions {
  readonly functionName: string;
  readonly clock: Clock;
  readonly sink?: LogSink | undefined;
}

/** JSON lines to standard output, or to the sink. Everything passes the allow-list of log-fields.ts, whoever wrote it. */
export function logOf(options: LogOptions): Log {
  const logger = new SafeLogger(options);
  return {
    info: (event, fields) => logger.info(event, { ...fields }),
    warn: (event, fields) => logger.warn(event, { ...fields }),
    error: (event, thrown, fields) => logger.error(event, { ...fields, error: thrown }),
  };
}

class SafeLogger extends Logger {
  // Not a # field: the base class may print before this one is set up.
  private readonly sink: LogSink | undefined;

  constructor(options: LogOptions) {
    super({ serviceName: 'smartlading', logLevel: 'INFO', logFormatter: new SafeFormatter(options) });
    this.sink = options.sink;
  }

  protected override printLog(logLevel: number, log: LogItem): void {
    if (this.sink === undefined) {
      super.printLog(logLevel, log);
      return;
    }
    log.prepareForPrint();
    this.sink(JSON.stringify(log.getAttributes()));
  }
}

class SafeFormatter extends LogFormatter {
  readonly #options: LogOptions;

  constructor(options: LogOptions) {
    super();
    this.#options = options;
  }

  override formatAttributes(base: UnformattedAttributes, additional: LogAttributes): LogItem {
    const attributes: LogAttributes = {
      level: base.logLevel,
      event: safeWord(base.message),
      service: base.serviceName,
      functionName: this.#options.functionName,
      at: isoUtc(this.#options.clock.now()),
      correlation: correlationId(),
      ...safeFields(additional),
    };
    return new LogItem({ attributes });
  }
}

/** `withheld` counts the keys that were left out: a name may itself be what somebody sent. */
function safeFields(additional: LogAttributes): LogAttributes {
  const kept: LogAttributes = {};
  let withheld = 0;
  for (const [key, value] of Object.entries(additional)) {
    if (value === undefined) continue;
    if (key === 'error') kept.error = { ...safeError(value) };
    else if (isLogField(key)) kept[key] = safeValue(key, value);
    else withheld += 1;
  }
  return withheld === 0 ? kept : { ...kept, withheld };
}
