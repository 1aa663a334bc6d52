import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type QueueName, type QueueTrigger, queues } from '../wiring.ts';
import { deadLetterQueue } from './dead-letter-queue.ts';
import { pascalCase } from './pascal-case.ts';
import type { ServiceFunction } from './service-function.ts';

/** The queues of the wiring table, each with its dead-letter queue. */
export class ServiceQueues extends Construct {
  readonly #queues = new Map<QueueName, Queue>();

  constructor(scope: Construct, id: string) {
    super(scope, id);
    for (const [name, row] of Object.entries(queues) as [QueueName, (typeof queues)[QueueName]][]) {
      const queue = new Queue(this, pascalCase(name), {
        encryption: QueueEncryption.SQS_MANAGED,
        enforceSSL: true,
        visibilityTimeout: Duration.seconds(row.visibilitySeconds),
        retentionPeriod: Duration.days(1),
        deadLetterQueue: {
          queue: deadLetterQueue(this, `${pascalCase(name)}Dead`),
          maxReceiveCount: row.maxReceives,
        },
      });
      this.#queues.set(name, queue);
    }
  }

  queue(name: QueueName): Queue {
    const queue = this.#queues.get(name);
    if (!queue) throw new Error(`no queue ${name} in the wiring table`);
    return queue;
  }

  deadLetterQueues(): Queue[] {
    return [...this.#queues.values()].map((queue) => queue.deadLetterQueue?.queue as Queue);
  }

  connect(trigger: QueueTrigger, lambda: ServiceFunction): void {
    lambda.addEventSource(
      new SqsEventSource(this.queue(trigger.queue), {
        batchSize: trigger.batchSize,
        maxConcurrency: trigger.maxConcurrency,
        reportBatchItemFailures: true,
      }),
    );
  }
}
