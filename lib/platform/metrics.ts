import { MetricUnit, Metrics as PowertoolsMetrics } from '@aws-lambda-powertools/metrics';
import { isoUtc } from '../time/index.ts';
import type { LogSink } from './log.ts';
import { safeWord } from './log-fields.ts';
import type { Clock, Metrics } from './platform.ts';

export interface MetricsOptions {
  readonly functionName: string;
  readonly clock: Clock;
  readonly sink?: LogSink | undefined;
}

/** Counts, by service and function only: a dimension per customer or car would be a record of that customer. */
export function metricsOf(options: MetricsOptions): Metrics {
  return options.sink === undefined
    ? cloudWatchMetrics(options.functionName)
    : sinkMetrics(options, options.sink);
}

/** Embedded metric format on standard output; each count is written at once, so that none is lost with its function. */
function cloudWatchMetrics(functionName: string): Metrics {
  const metrics = new PowertoolsMetrics({
    namespace: 'Smartlading',
    serviceName: 'smartlading',
    defaultDimensions: { functionName },
    singleMetric: true,
  });
  return { count: (name, value = 1) => metrics.addMetric(safeWord(name), MetricUnit.Count, value) };
}

/** One JSON line per count, on the injected clock: CloudWatch would refuse the times of a simulated night. */
function sinkMetrics(options: MetricsOptions, sink: LogSink): Metrics {
  return {
    count: (name, value = 1) =>
      sink(
        JSON.stringify({
          metric: safeWord(name),
          value,
          functionName: options.functionName,
          at: isoUtc(options.clock.now()),
        }),
      ),
  };
}
