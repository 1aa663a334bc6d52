import { LogFormatter, Logger, LogItem } from '@aws-lambda-powertools/logger';
import type { LogAttributes, UnformattedAttributes } from '@aws-lambda-powertools/logger/types';
import { isoUtc } from '../time/index.ts';
import { correlationId } from './correlation.ts';
import { isLogField, safeValue, safeWord } from './log-fields.ts';
import type { Clock, Log, SafeFields } from './platform.ts';
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
  // One attribute of our own, since Powertools warns of keys that it reserves by repeating them.
  return {
    info: (event, fields) => logger.info(event, { fields }),
    warn: (event, fields) => logger.warn(event, { fields }),
    error: (event, thrown, fields) => logger.error(event, { fields, thrown: [thrown] }),
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
    const { fields, thrown } = additional as Written;
    const attributes: LogAttributes = {
      level: base.logLevel,
      event: safeWord(base.message),
      service: base.serviceName,
      functionName: this.#options.functionName,
      at: isoUtc(this.#options.clock.now()),
      correlation: correlationId(),
      ...safeFields(fields ?? {}),
      ...(thrown === undefined ? {} : { error: { ...safeError(thrown[0]) } }),
    };
    return new LogItem({ attributes });
  }
}

/** What this file gives Powertools; whatever else it adds is left out. `thrown` is boxed, as undefined can be thrown. */
interface Written {
  readonly fields?: SafeFields | undefined;
  readonly thrown?: readonly [unknown];
}

/** `withheld` counts the keys that were left out: a name may itself be what somebody sent. */
function safeFields(fields: SafeFields): LogAttributes {
  const kept: LogAttributes = {};
  let withheld = 0;
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    if (isLogField(key)) kept[key] = safeValue(key, value);
    else withheld += 1;
  }
  return withheld === 0 ? kept : { ...kept, withheld };
}
