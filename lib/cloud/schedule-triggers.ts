import { Duration, TimeZone } from 'aws-cdk-lib';
import { type IRole, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Schedule, ScheduleExpression, ScheduleTargetInput, TimeWindow } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ScheduleTrigger } from '../wiring.ts';
import { deadLetterQueue } from './dead-letter-queue.ts';
import { pascalCase } from './pascal-case.ts';
import type { ServiceFunction } from './service-function.ts';

/** EventBridge Scheduler keeps each row's clock itself: 12:45 in Oslo stays 12:45 through summer and winter. */
export class ScheduleTriggers extends Construct {
  readonly deadLetterQueue: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.deadLetterQueue = deadLetterQueue(this, 'Dead');
  }

  connect(trigger: ScheduleTrigger, lambda: ServiceFunction): void {
    new Schedule(this, pascalCase(trigger.name), {
      schedule: ScheduleExpression.expression(schedulerCron(trigger.cron), TimeZone.of(trigger.zone)),
      timeWindow:
        trigger.jitterMinutes === 0
          ? TimeWindow.off()
          : TimeWindow.flexible(Duration.minutes(trigger.jitterMinutes)),
      target: new LambdaInvoke(lambda, {
        input: ScheduleTargetInput.fromObject(trigger.input),
        role: this.#roleFor(trigger, lambda),
        deadLetterQueue: this.deadLetterQueue,
        retryAttempts: 2,
        maxEventAge: Duration.minutes(10),
      }),
    });
  }

  /** May start this one function; CDK's own role may start any version of it, by a wildcard. */
  #roleFor(trigger: ScheduleTrigger, lambda: ServiceFunction): IRole {
    const role = new Role(this, `${pascalCase(trigger.name)}Role`, {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com'),
    });
    for (const [action, resource] of [
      ['lambda:InvokeFunction', lambda.functionArn],
      ['sqs:SendMessage', this.deadLetterQueue.queueArn],
    ] as const)
      role.addToPolicy(new PolicyStatement({ actions: [action], resources: [resource] }));
    return role.withoutPolicyUpdates();
  }
}

/**
 * Five-field cron as EventBridge Scheduler writes it: six fields, steps from 0, `?` for the weekday.
 * The wiring table uses every day of the week, which is all this translates.
 */
function schedulerCron(cron: string): string {
  const [minute, hour, dayOfMonth, month, weekday, ...rest] = cron.split(' ');
  if (rest.length > 0 || weekday !== '*') throw new Error(`cannot be written for the scheduler: ${cron}`);
  const fields = [minute, hour, dayOfMonth, month].map((field) => (field ?? '*').replace(/^\*\//, '0/'));
  return `cron(${fields.join(' ')} ? *)`;
}
