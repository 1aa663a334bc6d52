import { Duration } from 'aws-cdk-lib';
import { type EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { EVENT_SOURCE } from '../platform/index.ts';
import type { EventTrigger } from '../wiring.ts';
import { deadLetterQueue } from './dead-letter-queue.ts';
import type { ServiceFunction } from './service-function.ts';

/** Rules from the service's own bus to its functions. */
export class EventTriggers extends Construct {
  readonly deadLetterQueue: Queue;
  readonly #bus: EventBus;

  constructor(scope: Construct, id: string, props: { readonly bus: EventBus }) {
    super(scope, id);
    this.deadLetterQueue = deadLetterQueue(this, 'Dead');
    this.#bus = props.bus;
  }

  connect(trigger: EventTrigger, lambda: ServiceFunction): void {
    new Rule(this, trigger.event, {
      eventBus: this.#bus,
      eventPattern: { source: [EVENT_SOURCE], detailType: [trigger.event] },
      targets: [
        new LambdaFunction(lambda, {
          deadLetterQueue: this.deadLetterQueue,
          retryAttempts: 2,
          maxEventAge: Duration.hours(1),
        }),
      ],
    });
  }
}
