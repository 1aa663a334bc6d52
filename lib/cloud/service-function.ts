import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { dynamoActions, EVENT_SOURCE, environmentOfRow } from '../platform/index.ts';
import {
  type FunctionName,
  type FunctionRow,
  type QueueName,
  type SecretName,
  type SettingName,
  settings,
  type TableName,
  tables,
} from '../wiring.ts';
import { bundledCode } from './bundled-code.ts';
import type { DataStack } from './data-stack.ts';
import { pascalCase } from './pascal-case.ts';
import type { ServiceQueues } from './service-queues.ts';

export interface ServiceFunctionProps {
  readonly name: FunctionName;
  readonly row: FunctionRow;
  readonly data: DataStack;
  readonly queues: ServiceQueues;
  readonly bus: EventBus;
}

/** One row of the wiring table as a Lambda: its own role with exactly the row's permissions, its own log group. */
export class ServiceFunction extends LambdaFunction {
  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    const { row } = props;
    const constructId = pascalCase(id);
    const logGroup = new LogGroup(scope, `${constructId}Log`, {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    super(scope, constructId, {
      code: bundledCode(row),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      memorySize: row.memoryMb,
      timeout: Duration.seconds(row.timeoutSeconds),
      role: new Role(scope, `${constructId}Role`, {
        assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      }),
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      environment: environment(scope, props),
    });
    logGroup.grantWrite(this);
    for (const statement of statements(props)) this.addToRolePolicy(statement);
  }
}

/** Names of this account's things, as the platform's one naming rule puts them into a function's environment. */
function environment(
  scope: Construct,
  { row, data, queues, bus }: ServiceFunctionProps,
): Record<string, string> {
  const named = <Name extends string, Value>(names: readonly Name[], value: (name: Name) => Value) =>
    Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>;
  return environmentOfRow(row, {
    tables: named(Object.keys(tables) as TableName[], (name) => data.tables[name].tableName),
    queueUrls: named(row.sends as QueueName[], (name) => queues.queue(name).queueUrl) as Record<
      QueueName,
      string
    >,
    secretIds: named([...row.secrets], (name) => data.secret(name).secretArn) as Record<SecretName, string>,
    settings: named(Object.keys(settings) as SettingName[], (name) => setting(scope, name)),
    busName: bus.eventBusName,
    vaultKey: { keyArn: data.vaultKey.keyArn },
  });
}

function setting(scope: Construct, name: SettingName): string {
  return (scope.node.tryGetContext(name) as string | undefined) ?? settings[name];
}

function statements({ row, data, queues, bus }: ServiceFunctionProps): PolicyStatement[] {
  const found = (Object.keys(row.tables) as TableName[]).flatMap((name) => tableStatements(row, name, data));
  if (Object.keys(row.tables).length > 0) found.push(tableKeyStatement(data));
  for (const name of row.sends) found.push(allow(['sqs:SendMessage'], [queues.queue(name).queueArn]));
  for (const event of row.announces) {
    const statement = allow(['events:PutEvents'], [bus.eventBusArn]);
    statement.addConditions({
      StringEquals: { 'events:detail-type': event, 'events:source': EVENT_SOURCE },
    });
    found.push(statement);
  }
  for (const name of row.secrets)
    found.push(allow(['secretsmanager:GetSecretValue'], [data.secret(name).secretArn]));
  for (const purpose of row.vaultPurposes) {
    const statement = allow(['kms:GenerateDataKey', 'kms:Decrypt', 'kms:Encrypt'], [data.vaultKey.keyArn]);
    statement.addConditions({ StringEquals: { 'kms:EncryptionContext:purpose': purpose } });
    found.push(statement);
  }
  return found;
}

/** The index is listed where there is one and the row may read: a query on it is its own resource. */
function tableStatements(row: FunctionRow, name: TableName, data: DataStack): PolicyStatement[] {
  const access = row.tables[name];
  const table = data.tables[name];
  const index = tables[name].index;
  const found: PolicyStatement[] = [];
  if (access === 'read' || access === 'read-write')
    found.push(
      allow(dynamoActions.read, [
        table.tableArn,
        ...(index ? [`${table.tableArn}/index/${index.name}`] : []),
      ]),
    );
  if (access === 'write' || access === 'read-write') found.push(allow(dynamoActions.write, [table.tableArn]));
  return found;
}

/** DynamoDB decrypts on the caller's behalf: the key may be used through DynamoDB and in no other way. */
function tableKeyStatement(data: DataStack): PolicyStatement {
  const statement = allow(['kms:Decrypt', 'kms:GenerateDataKey'], [data.tableKey.keyArn]);
  statement.addConditions({
    StringEquals: { 'kms:ViaService': `dynamodb.${Stack.of(data).region}.amazonaws.com` },
  });
  return statement;
}

function allow(actions: readonly string[], resources: string[]): PolicyStatement {
  return new PolicyStatement({ actions: [...actions], resources });
}
