import { beforeAll, describe, expect, test } from 'vitest';
import {
  type FunctionRow,
  functions,
  queues,
  type RouteTrigger,
  type ScheduleTrigger,
  settings,
  tables,
} from '../../lib/wiring.ts';
import { lambdaIds, mentions, ofType, pascal, type Resources, synthesize } from './support/template-facts.ts';

const rows = Object.entries(functions) as [string, FunctionRow][];
const names = rows.map(([name]) => name);
let service: Resources;
let data: Resources;
let ids: Map<string, string>;

beforeAll(() => {
  ({ service, data } = synthesize());
  ids = lambdaIds(service, names);
});

function nameOf(value: unknown): string | undefined {
  return names.find((name) => mentions(value).includes(`"${ids.get(name)}"`));
}

describe('the template and the wiring table say the same', () => {
  test('one Lambda per row, and no other', () => {
    expect([...ids.keys()].sort()).toEqual([...names].sort());
    expect(ofType(service, 'AWS::Lambda::Function')).toHaveLength(names.length);
  });

  test('routes, each behind the authoriser unless its row says public', () => {
    const integrations = new Map(
      ofType(service, 'AWS::ApiGatewayV2::Integration').map(([id, found]) => [id, nameOf(found.Properties)]),
    );
    const inTemplate = ofType(service, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => {
      const target = [...integrations].find(([id]) => mentions(Properties.Target).includes(`"${id}"`));
      return `${target?.[1]}: ${Properties.RouteKey} ${Properties.AuthorizationType}`;
    });
    const inTable = rows.flatMap(([name, row]) =>
      row.triggers
        .filter((trigger): trigger is RouteTrigger => trigger.kind === 'route')
        .map((route) => `${name}: ${route.method} ${route.path} ${route.protected ? 'JWT' : 'NONE'}`),
    );
    expect(inTemplate.sort()).toEqual(inTable.sort());
  });

  test('schedules: function, Oslo time, jitter, input', () => {
    const inTemplate = ofType(service, 'AWS::Scheduler::Schedule').map(([, { Properties }]) => {
      const window = Properties.FlexibleTimeWindow.MaximumWindowInMinutes ?? 0;
      return [
        nameOf(Properties.Target.Arn),
        Properties.ScheduleExpression,
        Properties.ScheduleExpressionTimezone,
        window,
        Properties.Target.Input,
      ].join(' | ');
    });
    const inTable = rows.flatMap(([name, row]) =>
      row.triggers
        .filter((trigger): trigger is ScheduleTrigger => trigger.kind === 'schedule')
        .map((schedule) =>
          [
            name,
            schedulerText(schedule.cron),
            schedule.zone,
            schedule.jitterMinutes,
            JSON.stringify(schedule.input),
          ].join(' | '),
        ),
    );
    expect(inTemplate.sort()).toEqual(inTable.sort());
  });

  test('queues: consumer, batch, concurrency, visibility, redrive to a dead-letter queue', () => {
    const inTemplate = ofType(service, 'AWS::Lambda::EventSourceMapping').map(([, { Properties }]) => {
      const queue = queueNameIn(Properties.EventSourceArn);
      const found = ofType(service, 'AWS::SQS::Queue').find(
        ([id]) => id.startsWith(`Queues${pascal(queue)}`) && !id.includes('Dead'),
      );
      expect(Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
      return [
        nameOf(Properties.FunctionName),
        queue,
        Properties.BatchSize,
        Properties.ScalingConfig.MaximumConcurrency,
        found?.[1].Properties.VisibilityTimeout,
        found?.[1].Properties.RedrivePolicy.maxReceiveCount,
      ].join(' ');
    });
    const inTable = rows.flatMap(([name, row]) =>
      row.triggers.flatMap((trigger) =>
        trigger.kind === 'queue'
          ? [
              [
                name,
                trigger.queue,
                trigger.batchSize,
                trigger.maxConcurrency,
                queues[trigger.queue].visibilitySeconds,
                queues[trigger.queue].maxReceives,
              ].join(' '),
            ]
          : [],
      ),
    );
    expect(inTemplate.sort()).toEqual(inTable.sort());
  });

  test('events', () => {
    const inTemplate = ofType(service, 'AWS::Events::Rule').map(
      ([, { Properties }]) =>
        `${nameOf(Properties.Targets)}: ${Properties.EventPattern['detail-type'].join()} from ${Properties.EventPattern.source.join()}`,
    );
    const inTable = rows.flatMap(([name, row]) =>
      row.triggers.flatMap((trigger) =>
        trigger.kind === 'event' ? [`${name}: ${trigger.event} from smartlading`] : [],
      ),
    );
    expect(inTemplate.sort()).toEqual(inTable.sort());
  });

  test.each(rows)('%s gets the environment of its row, and nothing else', (name, row) => {
    const properties = service[ids.get(name) as string]?.Properties;
    const variables = Object.entries(properties.Environment?.Variables ?? {}).map(([key]) => key);
    expect(variables.filter((key) => key !== 'AWS_NODEJS_CONNECTION_REUSE_ENABLED').sort()).toEqual(
      expectedVariables(row).sort(),
    );
    expect(properties.Timeout).toBe(row.timeoutSeconds);
    expect(properties.MemorySize).toBe(row.memoryMb);
  });

  test.each(rows)('%s may do what its row says, and nothing else', (name, row) => {
    expect(permissionsInTemplate(name).sort()).toEqual(expectedPermissions(row).sort());
  });

  test('nobody writes grid owners’ tariffs but the refresh that has checked them', () => {
    const change = /^dynamodb:(PutItem|UpdateItem|DeleteItem) tariffs$/;
    const writers = names.filter((name) => permissionsInTemplate(name).some((one) => change.test(one)));
    expect(writers).toEqual(['refresh-tariffs']);
    const readers = names.filter((name) => permissionsInTemplate(name).includes('dynamodb:GetItem tariffs'));
    expect(readers).toContain('follow-plan');
  });

  test('Elvia’s own days are asked for after 17 o’clock and, for what was not out, again after 20', () => {
    const own = ofType(service, 'AWS::Scheduler::Schedule').filter(([, { Properties }]) =>
      mentions(Properties.Target.Input).includes('digin'),
    );
    expect(own.map(([, { Properties }]) => nameOf(Properties.Target.Arn))).toEqual(['refresh-tariffs']);
    expect(own[0]?.[1].Properties).toMatchObject({
      ScheduleExpression: 'cron(15 17,20 * * ? *)',
      ScheduleExpressionTimezone: 'Europe/Oslo',
      State: 'ENABLED',
    });
  });
});

describe('the tables', () => {
  test.each(Object.entries(tables))('%s: keys, index, recovery, own key, protected', (name, row) => {
    const found = ofType(data, 'AWS::DynamoDB::GlobalTable').find(([id]) => id.startsWith(pascal(name)));
    const properties = found?.[1].Properties;
    expect(properties.KeySchema.map((key: { AttributeName: string }) => key.AttributeName)).toEqual(
      [row.partitionKey, row.sortKey].filter(Boolean),
    );
    const replica = properties.Replicas[0];
    expect(replica.DeletionProtectionEnabled).toBe(true);
    expect(replica.PointInTimeRecoverySpecification.RecoveryPeriodInDays ?? 0).toBe(row.recoveryDays);
    expect(properties.SSESpecification.SSEType).toBe('KMS');
    expect(properties.TimeToLiveSpecification?.AttributeName).toBe(row.ttlAttribute);
    expect(properties.GlobalSecondaryIndexes?.[0]?.IndexName).toBe(row.index?.name);
  });
});

test('an operator overrides a setting by a context value', () => {
  const overridden = synthesize({ SETTLEMENT_MINUTES: '15' }).service;
  const id = lambdaIds(overridden, names).get('get-prices') as string;
  expect(overridden[id]?.Properties.Environment.Variables.SETTLEMENT_MINUTES).toBe('15');
  expect(settings.SETTLEMENT_MINUTES).toBe('60');
});

function schedulerText(cron: string): string {
  const [minute, hour] = cron.split(' ');
  return `cron(${minute?.replace('*/', '0/')} ${hour} * * ? *)`;
}

function queueNameIn(value: unknown): string {
  return Object.keys(queues).find((name) => mentions(value).includes(`Queues${pascal(name)}`)) ?? 'unknown';
}

function expectedVariables(row: FunctionRow): string[] {
  const shout = (text: string) => text.replaceAll('-', '_').toUpperCase();
  return [
    ...Object.keys(row.tables).map((name) => `TABLE_${shout(name)}`),
    ...row.sends.map((name) => `QUEUE_${shout(name)}_URL`),
    ...row.secrets.map((name) => `SECRET_${shout(name)}`),
    ...row.settings,
    ...(row.announces.length > 0 ? ['BUS_NAME'] : []),
    ...(row.vaultPurposes.length > 0 ? ['VAULT_KEY_ARN'] : []),
  ];
}

/** `dynamodb:GetItem homes`, one line per action and thing; the index of a table counts as the table. */
function expectedPermissions(row: FunctionRow): string[] {
  const read = ['dynamodb:GetItem', 'dynamodb:Query'];
  const write = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'];
  const onTables = Object.entries(row.tables).flatMap(([name, access]) =>
    [...(access === 'write' ? [] : read), ...(access === 'read' ? [] : write)].map(
      (action) => `${action} ${name}`,
    ),
  );
  return [
    ...onTables,
    ...(onTables.length > 0 ? ['kms:Decrypt table-key', 'kms:GenerateDataKey table-key'] : []),
    ...row.sends.map((name) => `sqs:SendMessage ${name}`),
    ...row.announces.map((event) => `events:PutEvents ${event}`),
    ...row.secrets.map((name) => `secretsmanager:GetSecretValue ${name}`),
    ...row.vaultPurposes.flatMap((purpose) =>
      ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'].map((action) => `${action} vault-key ${purpose}`),
    ),
    // What a queue's consumer needs to receive from it.
    ...row.triggers.flatMap((trigger) =>
      trigger.kind === 'queue'
        ? [
            'ChangeMessageVisibility',
            'DeleteMessage',
            'GetQueueAttributes',
            'GetQueueUrl',
            'ReceiveMessage',
          ].map((action) => `sqs:${action} ${trigger.queue}`)
        : [],
    ),
    'logs:CreateLogStream own',
    'logs:PutLogEvents own',
  ];
}

function permissionsInTemplate(name: string): string[] {
  const roleId = mentions(service[ids.get(name) as string]?.Properties.Role).match(
    /"([A-Za-z0-9]+Role[0-9A-F]{8})"/,
  )?.[1];
  const found = new Set<string>();
  for (const [, { Properties }] of ofType(service, 'AWS::IAM::Policy')) {
    if (!mentions(Properties.Roles).includes(`"${roleId}"`)) continue;
    for (const statement of Properties.PolicyDocument.Statement) {
      expect(statement.Effect).toBe('Allow');
      for (const action of [statement.Action].flat())
        for (const thing of thingsIn(statement, name)) found.add(`${action} ${thing}`);
    }
  }
  return [...found];
}

// biome-ignore lint/suspicious/noExplicitAny: a policy statement is as free as JSON
function thingsIn(statement: any, name: string): string[] {
  return [statement.Resource]
    .flat()
    .map((resource: unknown) => thingIn(mentions(resource), statement.Condition, name));
}

function thingIn(
  resource: string,
  condition: { StringEquals: Record<string, string> },
  name: string,
): string {
  const secrets = [...new Set(rows.flatMap(([, row]) => row.secrets))];
  const candidates: [boolean, string | undefined][] = [
    [resource.includes('VaultKey'), `vault-key ${condition?.StringEquals['kms:EncryptionContext:purpose']}`],
    [resource.includes('TableKey'), 'table-key'],
    [resource.includes('"Bus'), condition?.StringEquals['events:detail-type']],
    [resource.includes(`${pascal(name)}Log`), 'own'],
    ...Object.keys(queues).map((queue): [boolean, string] => [
      resource.includes(`Queues${pascal(queue)}`),
      queue,
    ]),
    ...secrets.map((secret): [boolean, string] => [resource.includes(`Ref${pascal(secret)}`), secret]),
    ...Object.keys(tables).map((table): [boolean, string] => [
      resource.includes(`GetAtt${pascal(table)}`),
      table,
    ]),
  ];
  return candidates.find(([matches]) => matches)?.[1] ?? resource;
}
