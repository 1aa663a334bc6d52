import type { Access } from '../wiring.ts';

/** What an Access means at DynamoDB, as IAM names it: the cloud's policies and the local guard both come from here. */
export const dynamoActions = {
  read: ['dynamodb:GetItem', 'dynamodb:Query'],
  write: ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
} as const satisfies Readonly<Record<'read' | 'write', readonly `dynamodb:${string}`[]>>;

/** Every other action (Scan, batches, transactions, table management) is granted to nobody. */
export function dynamoActionsOf(access: Access): string[] {
  return [
    ...(access === 'write' ? [] : dynamoActions.read),
    ...(access === 'read' ? [] : dynamoActions.write),
  ];
}
