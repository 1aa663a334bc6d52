import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  type KeySchemaElement,
  ResourceInUseException,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { TableRow } from '../../wiring.ts';
import { region } from './region.ts';

/** What an operator can do with the tables and no function can: make them, read all of them. */
export class TableStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #tables: Readonly<Record<string, TableRow>>;

  constructor(endpointUrl: string, tables: Readonly<Record<string, TableRow>>) {
    this.#tables = tables;
    this.#client = DynamoDBDocumentClient.from(
      new DynamoDBClient({
        endpoint: endpointUrl,
        region,
        credentials: { accessKeyId: 'operator', secretAccessKey: 'operator' },
      }),
    );
  }

  /** Makes the tables that are not there yet. */
  async create(): Promise<void> {
    for (const [name, row] of Object.entries(this.#tables)) {
      await this.#client.send(new CreateTableCommand(definition(name, row))).catch((thrown) => {
        if (!(thrown instanceof ResourceInUseException)) throw thrown;
      });
    }
  }

  /** Every item of every table, by the table's name in the wiring table. */
  async dump(): Promise<Record<string, Record<string, unknown>[]>> {
    const items: Record<string, Record<string, unknown>[]> = {};
    for (const name of Object.keys(this.#tables)) {
      const found: Record<string, unknown>[] = [];
      for await (const page of paginateScan({ client: this.#client }, { TableName: physicalTable(name) }))
        found.push(...(page.Items ?? []));
      items[name] = found;
    }
    return items;
  }

  close(): void {
    this.#client.destroy();
  }
}

export function physicalTable(name: string): string {
  return `smartlading-${name}`;
}

function definition(name: string, row: TableRow): CreateTableCommandInput {
  const keys = [row.partitionKey, row.sortKey, row.index?.partitionKey, row.index?.sortKey];
  return {
    TableName: physicalTable(name),
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...new Set(keys.filter((key) => key !== undefined))].map((key) => ({
      AttributeName: key,
      AttributeType: isNumber(key) ? 'N' : 'S',
    })),
    KeySchema: keySchema(row.partitionKey, row.sortKey),
    ...(row.index && {
      GlobalSecondaryIndexes: [
        {
          IndexName: row.index.name,
          KeySchema: keySchema(row.index.partitionKey, row.index.sortKey),
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
    }),
  };
}

function keySchema(partitionKey: string, sortKey: string | undefined): KeySchemaElement[] {
  const partition: KeySchemaElement = { AttributeName: partitionKey, KeyType: 'HASH' };
  return sortKey === undefined ? [partition] : [partition, { AttributeName: sortKey, KeyType: 'RANGE' }];
}

/** As lib/cloud makes them: instants and sequence numbers are numbers, every other key is text. */
function isNumber(key: string): boolean {
  return key.endsWith('At') || key === 'sequence';
}
