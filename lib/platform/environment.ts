import {
  type FunctionName,
  type FunctionRow,
  functions,
  type QueueName,
  type SecretName,
  type SettingName,
  type TableName,
} from '../wiring.ts';

/** Environment variables as a function sees them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What each thing of the wiring table is called where it really is: in an AWS account, or on this machine. */
export interface PhysicalNames {
  readonly tables: Readonly<Record<TableName, string>>;
  readonly queueUrls: Readonly<Record<QueueName, string>>;
  readonly busName: string;
  /** Ids of secrets, never their values. */
  readonly secretIds: Readonly<Record<SecretName, string>>;
  readonly vaultKey: VaultKey;
  readonly settings: Readonly<Record<SettingName, string>>;
}

/** `keyArn`: a KMS key. `localKey`: 32 bytes in base64, for a machine without KMS. */
type VaultKey = { readonly keyArn: string } | { readonly localKey: string };

/** The vault's key is one of these two variables. */
export const VAULT_KEY_ARN = 'VAULT_KEY_ARN';
export const VAULT_LOCAL_KEY = 'VAULT_LOCAL_KEY';
export const BUS_NAME = 'BUS_NAME';

export function tableVariable(table: TableName): string {
  return `TABLE_${upperSnake(table)}`;
}

export function queueVariable(queue: QueueName): string {
  return `QUEUE_${upperSnake(queue)}_URL`;
}

export function secretVariable(secret: SecretName): string {
  return `SECRET_${upperSnake(secret)}`;
}

/** The variables a function gets, and no other: what its row does not list it cannot name. */
export function environmentOf(functionName: FunctionName, names: PhysicalNames): Record<string, string> {
  return environmentOfRow(functions[functionName], names);
}

export function environmentOfRow(row: FunctionRow, names: PhysicalNames): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const table of Object.keys(row.tables) as TableName[]) {
    environment[tableVariable(table)] = names.tables[table];
  }
  for (const queue of row.sends) environment[queueVariable(queue)] = names.queueUrls[queue];
  for (const secret of row.secrets) environment[secretVariable(secret)] = names.secretIds[secret];
  for (const setting of row.settings) environment[setting] = names.settings[setting];
  if (row.announces.length > 0) environment[BUS_NAME] = names.busName;
  if (row.vaultPurposes.length > 0) Object.assign(environment, vaultVariable(names.vaultKey));
  return environment;
}

/** Names only, sorted; the vault's key under its name in the cloud. */
export function environmentNamesOf(row: FunctionRow): string[] {
  return [
    ...(Object.keys(row.tables) as TableName[]).map(tableVariable),
    ...row.sends.map(queueVariable),
    ...row.secrets.map(secretVariable),
    ...row.settings,
    ...(row.announces.length > 0 ? [BUS_NAME] : []),
    ...(row.vaultPurposes.length > 0 ? [VAULT_KEY_ARN] : []),
  ].sort();
}

function vaultVariable(key: VaultKey): Record<string, string> {
  return 'keyArn' in key ? { [VAULT_KEY_ARN]: key.keyArn } : { [VAULT_LOCAL_KEY]: key.localKey };
}

function upperSnake(name: string): string {
  return name.replaceAll('-', '_').toUpperCase();
}
