import { RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  TableEncryptionV2,
  type TablePropsV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { functions, type SecretName, type TableName, type TableRow, tables } from '../wiring.ts';
import { pascalCase } from './pascal-case.ts';

/** What must outlive every deployment: tables, keys, secrets. */
export class DataStack extends Stack {
  readonly tables: Readonly<Record<TableName, TableV2>>;
  readonly #secrets: ReadonlyMap<SecretName, Secret>;
  /** Encrypts the tables at rest. */
  readonly tableKey: Key;
  /** Seals the tokens inside the vault table; apart from the table key, so that reading the table is not reading tokens. */
  readonly vaultKey: Key;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    const lasting = { enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN };
    this.tableKey = new Key(this, 'TableKey', { ...lasting, description: 'Smartlading tables at rest' });
    this.vaultKey = new Key(this, 'VaultKey', { ...lasting, description: 'Smartlading tokens in the vault' });
    this.tables = Object.fromEntries(
      Object.entries(tables).map(([name, row]) => [name, this.table(name, row)]),
    ) as Record<TableName, TableV2>;
    this.#secrets = new Map(secretNames().map((name) => [name, this.makeSecret(name)]));
  }

  private table(name: string, row: TableRow): TableV2 {
    const text = { type: AttributeType.STRING };
    const props: TablePropsV2 = {
      partitionKey: { name: row.partitionKey, ...text },
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.customerManagedKey(this.tableKey),
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      pointInTimeRecoverySpecification:
        row.recoveryDays === 0
          ? { pointInTimeRecoveryEnabled: false }
          : { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: row.recoveryDays },
      ...(row.sortKey && { sortKey: { name: row.sortKey, type: keyType(row.sortKey) } }),
      ...(row.ttlAttribute && { timeToLiveAttribute: row.ttlAttribute }),
      ...(row.index && {
        globalSecondaryIndexes: [
          {
            indexName: row.index.name,
            partitionKey: { name: row.index.partitionKey, ...text },
            sortKey: { name: row.index.sortKey, type: keyType(row.index.sortKey) },
            projectionType: ProjectionType.KEYS_ONLY,
          },
        ],
      }),
    };
    return new TableV2(this, pascalCase(name), props);
  }

  secret(name: SecretName): Secret {
    const secret = this.#secrets.get(name);
    if (!secret) throw new Error(`no function's row lists the secret ${name}`);
    return secret;
  }

  private makeSecret(name: SecretName): Secret {
    const secret = new Secret(this, pascalCase(name), {
      description: `Smartlading ${name}; its value is put in by an operator`,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions::AwsSolutions-SMG4',
      reason:
        'Issued by Tesla, ENTSO-E and Elvia, who offer no automatic rotation; rotated by hand (runbook).',
    });
    return secret;
  }
}

function secretNames(): SecretName[] {
  return [...new Set(Object.values(functions).flatMap((row) => row.secrets))];
}

/** Keys that are instants or counters sort as numbers, all others as text. */
function keyType(attribute: string): AttributeType {
  return attribute.endsWith('At') || attribute === 'sequence' ? AttributeType.NUMBER : AttributeType.STRING;
}
