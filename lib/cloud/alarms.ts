import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** One alarm per dead-letter queue, on its first message: whatever lands there wants a person. */
export function addAlarms(scope: Construct, deadLetterQueues: readonly Queue[]): void {
  for (const queue of deadLetterQueues) {
    queue
      .metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1) })
      .createAlarm(scope, `${queue.node.path.split('/').slice(1).join('')}NotEmpty`, {
        threshold: 1,
        evaluationPeriods: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
  }
}
