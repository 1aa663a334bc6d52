import { describe, expect, test } from 'vitest';
import {
  environmentNamesOf,
  environmentOf,
  type PhysicalNames,
  queueVariable,
  secretVariable,
  tableVariable,
} from '../../lib/platform/index.ts';
import {
  type FunctionName,
  type FunctionRow,
  functions,
  queues,
  type SecretName,
  settings,
  tables,
} from '../../lib/wiring.ts';
import { testPlatform } from '../support/platform/test-platform.ts';

const secrets: SecretName[] = ['tesla-client-secret', 'entsoe-token'];
const called = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, `its-${name}`])) as Record<Name, string>;
const names: PhysicalNames = {
  tables: called(Object.keys(tables) as (keyof typeof tables)[]),
  queueUrls: called(Object.keys(queues) as (keyof typeof queues)[]),
  secretIds: called(secrets),
  settings,
  busName: 'its-bus',
  vaultKey: { keyArn: 'arn:key' },
};
const rows = Object.entries(functions) as [FunctionName, FunctionRow][];

test('variables are named after the wiring table', () => {
  expect(tableVariable('homes')).toBe('TABLE_HOMES');
  expect(queueVariable('charging')).toBe('QUEUE_CHARGING_URL');
  expect(secretVariable('tesla-client-secret')).toBe('SECRET_TESLA_CLIENT_SECRET');
});

describe.each(rows)('%s', (functionName, row) => {
  const environment = environmentOf(functionName, names);

  test('gets the variables of its row and no other', () => {
    expect(Object.keys(environment).sort()).toEqual(environmentNamesOf(row));
  });

  test('can name each table of its row, and no other', () => {
    const { platform } = testPlatform(environment);
    for (const table of Object.keys(tables) as (keyof typeof tables)[]) {
      if (table in row.tables) expect(platform.tableName(table)).toBe(`its-${table}`);
      else expect(() => platform.tableName(table)).toThrow('forbidden-by-wiring');
    }
  });

  test('can read each setting of its row, and no other', () => {
    const { platform } = testPlatform(environment);
    for (const setting of Object.keys(settings) as (keyof typeof settings)[]) {
      if (row.settings.includes(setting)) expect(platform.setting(setting)).toBe(settings[setting]);
      else expect(() => platform.setting(setting)).toThrow('setting-missing');
    }
  });

  test('gets a key of this machine where there is no KMS', () => {
    const here = environmentOf(functionName, { ...names, vaultKey: { localKey: 'bytes' } });
    const hasVault = row.vaultPurposes.length > 0;
    expect(here.VAULT_LOCAL_KEY).toBe(hasVault ? 'bytes' : undefined);
    expect(here).not.toHaveProperty('VAULT_KEY_ARN');
  });
});
