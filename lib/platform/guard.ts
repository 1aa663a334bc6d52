import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { EventName, FunctionRow, TableName } from '../wiring.ts';
import { dynamoActionsOf } from './dynamo-actions.ts';
import { type Environment, tableVariable } from './environment.ts';
import { ServiceError } from './errors.ts';
import type { Seal } from './platform.ts';

/** Holds a function to its row of the wiring table where there is no IAM to do it: on this machine. */
export interface Guard {
  dynamo(client: DynamoDBDocumentClient): DynamoDBDocumentClient;
  seal(seal: Seal): Seal;
  /** Throws `forbidden-by-wiring`. */
  checkEvent(event: EventName): void;
}

/** In the cloud IAM guards; nothing is checked twice. */
export const noGuard: Guard = {
  dynamo: (client) => client,
  seal: (seal) => seal,
  checkEvent: () => {},
};

export function guardOf(row: FunctionRow, environment: Environment): Guard {
  const allowed = allowedByTable(row, environment);
  return {
    dynamo: (client) => guardedClient(client, allowed),
    seal: (seal) => guardedSeal(seal, row.vaultPurposes),
    checkEvent: (event) => {
      if (!row.announces.includes(event)) throw new ServiceError('forbidden-by-wiring');
    },
  };
}

type AllowedByTable = ReadonlyMap<string, readonly string[]>;

function allowedByTable(row: FunctionRow, environment: Environment): AllowedByTable {
  const allowed = new Map<string, readonly string[]>();
  for (const [table, access] of Object.entries(row.tables)) {
    const name = environment[tableVariable(table as TableName)];
    if (name !== undefined) allowed.set(name, dynamoActionsOf(access));
  }
  return allowed;
}

/** The client itself is shared between functions, so each gets a view of it that checks before it sends. */
function guardedClient(client: DynamoDBDocumentClient, allowed: AllowedByTable): DynamoDBDocumentClient {
  const send = (command: object, ...rest: unknown[]): unknown => {
    if (!isAllowed(command, allowed)) throw new ServiceError('forbidden-by-wiring');
    return Reflect.apply(client.send, client, [command, ...rest]);
  };
  return new Proxy(client, {
    get: (target, key) =>
      key === 'send' ? async (...call: [object]) => send(...call) : Reflect.get(target, key, target),
  });
}

function isAllowed(command: object, allowed: AllowedByTable): boolean {
  const input: unknown = 'input' in command ? command.input : undefined;
  const table =
    typeof input === 'object' && input !== null && 'TableName' in input ? input.TableName : undefined;
  const action = actionOf(command.constructor.name);
  return typeof table === 'string' && (allowed.get(table)?.includes(action) ?? false);
}

/** GetCommand, GetItemCommand → dynamodb:GetItem. A name this does not know becomes an action nobody has. */
function actionOf(commandName: string): string {
  const verb = commandName.replace(/(Item)?Command$/, '');
  return verb === 'Query' ? 'dynamodb:Query' : `dynamodb:${verb}Item`;
}

/** As the key's policy does in the cloud by kms:EncryptionContext:purpose. */
function guardedSeal(seal: Seal, purposes: FunctionRow['vaultPurposes']): Seal {
  const check = (context: Readonly<Record<string, string>>): void => {
    if (!purposes.some((purpose) => purpose === context.purpose)) {
      throw new ServiceError('forbidden-by-wiring');
    }
  };
  return {
    async close(plainText, context) {
      check(context);
      return seal.close(plainText, context);
    },
    async open(sealed, context) {
      check(context);
      return seal.open(sealed, context);
    },
  };
}
