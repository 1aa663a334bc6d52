import { Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import {
  type EventTrigger,
  type FunctionName,
  type FunctionRow,
  functions,
  type QueueTrigger,
  type RouteTrigger,
  type ScheduleTrigger,
} from '../wiring.ts';
import { addAlarms } from './alarms.ts';
import type { DataStack } from './data-stack.ts';
import { EventTriggers } from './event-triggers.ts';
import { HttpRoutes } from './http-routes.ts';
import { ScheduleTriggers } from './schedule-triggers.ts';
import { ServiceFunction } from './service-function.ts';
import { ServiceQueues } from './service-queues.ts';

export interface ServiceStackProps extends StackProps {
  readonly data: DataStack;
  readonly jwtIssuer: string;
  readonly jwtAudience: string;
}

/** Everything that runs, made row by row from the wiring table. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, props);
    const bus = new EventBus(this, 'Bus', { description: 'Smartlading: what became known' });
    const queues = new ServiceQueues(this, 'Queues');
    const routes = new HttpRoutes(this, 'Api', { issuer: props.jwtIssuer, audience: props.jwtAudience });
    const schedules = new ScheduleTriggers(this, 'Schedules');
    const events = new EventTriggers(this, 'Events', { bus });

    for (const [name, row] of Object.entries(functions) as [FunctionName, FunctionRow][]) {
      const lambda = new ServiceFunction(this, name, { name, row, bus, queues, data: props.data });
      const connect = {
        route: (trigger: RouteTrigger) => routes.connect(trigger, lambda),
        schedule: (trigger: ScheduleTrigger) => schedules.connect(trigger, lambda),
        queue: (trigger: QueueTrigger) => queues.connect(trigger, lambda),
        event: (trigger: EventTrigger) => events.connect(trigger, lambda),
      };
      for (const trigger of row.triggers) connect[trigger.kind](trigger as never);
    }
    addAlarms(this, [...queues.deadLetterQueues(), schedules.deadLetterQueue, events.deadLetterQueue]);
  }
}
