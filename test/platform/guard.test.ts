import * as raw from '@aws-sdk/client-dynamodb';
import * as lib from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dynamoActionsOf } from '../../lib/platform/index.ts';
import type { Access } from '../../lib/wiring.ts';
import { type AwsStub, startAwsStub } from '../support/platform/aws-stub.ts';
import { rowWith, testPlatform } from '../support/platform/test-platform.ts';

let aws: AwsStub;
beforeAll(async () => {
  aws = await startAwsStub();
});
afterAll(() => aws.close());
beforeEach(() => {
  aws.calls.length = 0;
});

const Key = { customerId: 'c' };
const TableName = 'homes-1';
/** Each command with the access that allows it; null: nobody's. */
const commands: [string, () => object, 'read' | 'write' | null][] = [
  ['GetCommand', () => new lib.GetCommand({ TableName, Key }), 'read'],
  ['QueryCommand', () => new lib.QueryCommand({ TableName, IndexName: 'due' }), 'read'],
  ['PutCommand', () => new lib.PutCommand({ TableName, Item: Key }), 'write'],
  ['UpdateCommand', () => new lib.UpdateCommand({ TableName, Key }), 'write'],
  ['DeleteCommand', () => new lib.DeleteCommand({ TableName, Key }), 'write'],
  ['GetItemCommand', () => new raw.GetItemCommand({ TableName, Key: { customerId: { S: 'c' } } }), 'read'],
  ['PutItemCommand', () => new raw.PutItemCommand({ TableName, Item: { customerId: { S: 'c' } } }), 'write'],
  ['ScanCommand', () => new lib.ScanCommand({ TableName }), null],
  [
    'BatchGetCommand',
    () => new lib.BatchGetCommand({ RequestItems: { [TableName]: { Keys: [Key] } } }),
    null,
  ],
  ['BatchWriteCommand', () => new lib.BatchWriteCommand({ RequestItems: { [TableName]: [] } }), null],
  ['TransactWriteCommand', () => new lib.TransactWriteCommand({ TransactItems: [] }), null],
  ['ExecuteStatementCommand', () => new lib.ExecuteStatementCommand({ Statement: 'x' }), null],
  ['DeleteTableCommand', () => new raw.DeleteTableCommand({ TableName }), null],
  ['DescribeTableCommand', () => new raw.DescribeTableCommand({ TableName }), null],
];
const accesses: (Access | undefined)[] = ['read', 'write', 'read-write', undefined];
const matrix = commands.flatMap(([name, make, needs]) =>
  accesses.map((access) => ({
    name,
    make,
    access,
    allowed: needs !== null && (access?.includes(needs) ?? false),
  })),
);

function guarded(access: Access | undefined) {
  const tables = access === undefined ? {} : { homes: access };
  const environment = { AWS_ENDPOINT_URL: aws.url, TABLE_HOMES: TableName, TABLE_VAULT: 'vault-1' };
  return testPlatform(environment, rowWith({ tables })).platform;
}

describe('a function held to its row', () => {
  test.each(matrix)('$name with access $access: $allowed', async ({ make, access, allowed }) => {
    const sent = guarded(access).dynamo.send(make() as lib.GetCommand);
    if (allowed) await expect(sent).resolves.toBeDefined();
    else await expect(sent).rejects.toMatchObject({ code: 'forbidden-by-wiring' });
    expect(aws.calls).toHaveLength(allowed ? 1 : 0);
  });

  test('reaches no table that its row does not name, nor a command without a table', async () => {
    const { dynamo } = guarded('read-write');
    for (const table of ['vault-1', 'homes-2', '', 'toString']) {
      const sent = dynamo.send(new lib.GetCommand({ TableName: table, Key }));
      await expect(sent).rejects.toMatchObject({ code: 'forbidden-by-wiring' });
    }
    expect(aws.calls).toEqual([]);
  });

  test('pages through a query as an ordinary client does', async () => {
    aws.answer('Query', { Items: [{ a: { S: 'x' } }] });
    const pages = lib.paginateQuery({ client: guarded('read').dynamo }, { TableName });
    for await (const page of pages) expect(page.Items).toEqual([{ a: 'x' }]);
    expect(aws.calls).toHaveLength(1);
  });

  test('does not share its limits with others that use the same client', async () => {
    const reader = guarded('read').dynamo;
    const writer = guarded('write').dynamo;
    await expect(reader.send(new lib.PutCommand({ TableName, Item: Key }))).rejects.toThrow();
    await expect(writer.send(new lib.PutCommand({ TableName, Item: Key }))).resolves.toBeDefined();
  });

  test('seals and opens for its own purposes only', async () => {
    const environment = { VAULT_LOCAL_KEY: Buffer.alloc(32, 1).toString('base64') };
    const { seal } = testPlatform(environment, rowWith({ vaultPurposes: ['active'] })).platform;
    const sealed = await seal.close('token', { purpose: 'active' });
    expect(await seal.open(sealed, { purpose: 'active' })).toBe('token');
    for (const context of [{ purpose: 'revoke' }, {}]) {
      await expect(seal.close('token', context as never)).rejects.toMatchObject({
        code: 'forbidden-by-wiring',
      });
      await expect(seal.open(sealed, context as never)).rejects.toMatchObject({
        code: 'forbidden-by-wiring',
      });
    }
  });

  test('announces only its own events', async () => {
    const environment = { AWS_ENDPOINT_URL: aws.url, BUS_NAME: 'bus' };
    const silent = testPlatform(environment, rowWith({})).platform;
    await expect(silent.announce('PricesAnnounced', {})).rejects.toMatchObject({
      code: 'forbidden-by-wiring',
    });
    const announcing = testPlatform(environment, rowWith({ announces: ['PricesAnnounced'] })).platform;
    await announcing.announce('PricesAnnounced', {});
    expect(aws.calls).toHaveLength(1);
  });
});

test('read-write is read and write, and nothing else', () => {
  expect(dynamoActionsOf('read-write')).toEqual([...dynamoActionsOf('read'), ...dynamoActionsOf('write')]);
  expect(dynamoActionsOf('read-write').join()).not.toMatch(/Scan|Batch|Transact|\*/);
});
