import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Platform } from '../../platform/index.ts';
import type { Instant } from '../../time/index.ts';

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const stepSchema = z.object({ name: z.string(), httpStatus: z.number(), at: z.number() });
const rowSchema = z.object({
  grantRef: z.string(),
  provider: z.enum(['tesla']),
  generation: z.number(),
  purpose: z.enum(['active', 'revoke']),
  status: z.enum(['working', 'refused', 'revoked']),
  sealed: bytes,
  strays: z.array(bytes).default([]),
  leaseUntilAt: z.number().default(0),
  requestedAt: z.number().optional(),
  steps: z.array(stepSchema).default([]),
  level: z.enum(['proven', 'accepted', 'local-only']).optional(),
});

/** One grant. Only `sealed` and `strays` hold secrets; the rest may be read by whoever may read the table. */
export type VaultRow = Readonly<z.infer<typeof rowSchema>>;
export type StoredStep = z.infer<typeof stepSchema>;

export async function loadGrant(platform: Platform, grantRef: string): Promise<VaultRow | null> {
  const { Item } = await platform.dynamo.send(
    new GetCommand({ TableName: platform.tableName('vault'), Key: { grantRef }, ConsistentRead: true }),
  );
  return Item === undefined ? null : rowSchema.parse(Item);
}

export async function createGrant(
  platform: Platform,
  row: Pick<VaultRow, 'grantRef' | 'provider' | 'sealed'>,
): Promise<void> {
  await platform.dynamo.send(
    new PutCommand({
      TableName: platform.tableName('vault'),
      Item: { ...row, generation: 1, purpose: 'active', status: 'working' },
      ConditionExpression: 'attribute_not_exists(grantRef)',
    }),
  );
}

/** True where this worker may now spend the refresh token of this generation, until the lease ends by itself. */
export function takeLease(
  platform: Platform,
  lease: { grantRef: string; generation: number; owner: string; nowAt: Instant; untilAt: Instant },
): Promise<boolean> {
  return update(platform, lease.grantRef, {
    set: 'leaseOwner = :owner, leaseUntilAt = :until',
    when: `${atGeneration} AND (attribute_not_exists(leaseUntilAt) OR leaseUntilAt <= :now)`,
    values: {
      ...expected(lease.generation),
      ':owner': lease.owner,
      ':until': lease.untilAt,
      ':now': lease.nowAt,
    },
  });
}

export function releaseLease(platform: Platform, grantRef: string, owner: string): Promise<boolean> {
  return update(platform, grantRef, {
    set: 'leaseUntilAt = :none',
    when: 'leaseOwner = :owner',
    values: { ':owner': owner, ':none': 0 },
  });
}

/** Stores new tokens as the next generation and ends the lease. False where the lease or the grant was lost meanwhile. */
export function saveNextGeneration(
  platform: Platform,
  next: { grantRef: string; generation: number; owner: string; sealed: Uint8Array },
): Promise<boolean> {
  return update(platform, next.grantRef, {
    set: 'sealed = :sealed, generation = :next, leaseUntilAt = :none',
    when: `${atGeneration} AND leaseOwner = :owner`,
    values: {
      ...expected(next.generation),
      ':next': next.generation + 1,
      ':owner': next.owner,
      ':sealed': next.sealed,
      ':none': 0,
    },
  });
}

/** Replaces what is sealed beside the tokens (vehicles, region). False where the tokens moved on meanwhile. */
export function saveSameGeneration(
  platform: Platform,
  row: { grantRef: string; generation: number; sealed: Uint8Array },
): Promise<boolean> {
  return update(platform, row.grantRef, {
    set: 'sealed = :sealed',
    when: atGeneration,
    values: { ...expected(row.generation), ':sealed': row.sealed },
  });
}

/** The maker refused this generation's refresh token for good. False where another worker was faster. */
export function markRefused(
  platform: Platform,
  grant: { grantRef: string; generation: number; owner: string },
): Promise<boolean> {
  return update(platform, grant.grantRef, {
    set: '#status = :refused, leaseUntilAt = :none',
    names: { '#status': 'status' },
    when: `${atGeneration} AND leaseOwner = :owner`,
    values: { ...expected(grant.generation), ':refused': 'refused', ':owner': grant.owner, ':none': 0 },
  });
}

/** The lease is left as it is: the revocation waits for a refresh that is in flight. */
export function moveToRevoke(
  platform: Platform,
  grant: { grantRef: string; generation: number; sealed: Uint8Array; requestedAt: Instant },
): Promise<boolean> {
  return update(platform, grant.grantRef, {
    set: 'sealed = :sealed, #purpose = :revoke, generation = :next, requestedAt = :at',
    when: atGeneration,
    values: {
      ...expected(grant.generation),
      ':next': grant.generation + 1,
      ':sealed': grant.sealed,
      ':revoke': 'revoke',
      ':at': grant.requestedAt,
    },
  });
}

/** Keeps sealed tokens that could not be given back at once. False where the grant is gone. */
export function parkStray(platform: Platform, grantRef: string, sealed: Uint8Array): Promise<boolean> {
  return update(platform, grantRef, {
    set: 'strays = list_append(if_not_exists(strays, :empty), :stray)',
    when: 'attribute_exists(grantRef)',
    values: { ':empty': [], ':stray': [sealed] },
  });
}

export function saveRevocation(
  platform: Platform,
  grantRef: string,
  result: { steps: readonly StoredStep[]; level: VaultRow['level'] },
): Promise<boolean> {
  const level = result.level === undefined ? '' : ', #level = :level, #status = :revoked';
  return update(platform, grantRef, {
    set: `#steps = :steps${level}`,
    names: { '#steps': 'steps', ...(level === '' ? {} : { '#level': 'level', '#status': 'status' }) },
    when: 'attribute_exists(grantRef)',
    values: {
      ':steps': result.steps,
      ...(level === '' ? {} : { ':level': result.level, ':revoked': 'revoked' }),
    },
  });
}

export async function deleteGrant(platform: Platform, grantRef: string): Promise<void> {
  await platform.dynamo.send(
    new DeleteCommand({ TableName: platform.tableName('vault'), Key: { grantRef } }),
  );
}

const atGeneration = 'generation = :generation AND #purpose = :active';
function expected(generation: number): Record<string, unknown> {
  return { ':generation': generation, ':active': 'active' };
}

/** One conditional write; false where its condition did not hold. */
async function update(
  platform: Platform,
  grantRef: string,
  write: { set: string; when: string; values: Record<string, unknown>; names?: Record<string, string> },
): Promise<boolean> {
  const purpose = `${write.set} ${write.when}`.includes('#purpose') ? { '#purpose': 'purpose' } : {};
  const names = { ...purpose, ...write.names };
  try {
    await platform.dynamo.send(
      new UpdateCommand({
        TableName: platform.tableName('vault'),
        Key: { grantRef },
        UpdateExpression: `SET ${write.set}`,
        ConditionExpression: write.when,
        ExpressionAttributeValues: write.values,
        ...(Object.keys(names).length === 0 ? {} : { ExpressionAttributeNames: names }),
      }),
    );
    return true;
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'ConditionalCheckFailedException') {
      return false;
    }
    throw thrown;
  }
}
