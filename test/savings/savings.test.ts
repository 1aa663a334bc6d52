import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeHome, eraseHome, loadHome, putHome } from '../../lib/homes/index.ts';
import type { Platform } from '../../lib/platform/index.ts';
import { eraseSessions, listSessions, recordFinishedSessions } from '../../lib/savings/index.ts';
import { HOUR_MS } from '../../lib/time/index.ts';
import { type HomesWorld, startHomesWorld } from '../homes/support/homes-world.ts';
import { inOslo } from '../support/price-terms.ts';

let world: HomesWorld;
beforeAll(async () => {
  world = await startHomesWorld();
});
afterAll(() => world.stop());

const ended = (night: number) => ({
  vehicleRef: 'car',
  pluggedInAt: world.clock.at - night * 24 * HOUR_MS,
  endedAt: world.clock.at - night * 24 * HOUR_MS + 14 * HOUR_MS,
  gridKwh: 33.333,
  costOre: 1400 + night,
  chargeNowOre: 4000,
  unpriced: false,
  assumed: false,
});

async function homeWith(customerId: string, nights: readonly number[]): Promise<void> {
  await putHome(world.platform, customerId, inOslo);
  await changeHome(world.platform, customerId, (home) => ({ ...home, finishedSessions: nights.map(ended) }));
}

describe('ended sessions', () => {
  it('move from the home to the savings, newest first when listed', async () => {
    await homeWith('mover', [3, 1, 2]);
    await recordFinishedSessions(world.platform, 'mover');
    expect(await listSessions(world.platform, 'mover')).toEqual([1, 2, 3].map(ended));
    expect((await loadHome(world.platform, 'mover'))?.finishedSessions).toEqual([]);
  });

  it('say whether they were priced on assumed rates; those from before it was told say no', async () => {
    const sessions = [{ ...ended(1), assumed: true }, ended(2)];
    await putHome(world.platform, 'told', inOslo);
    await changeHome(world.platform, 'told', (home) => ({ ...home, finishedSessions: sessions }));
    await recordFinishedSessions(world.platform, 'told');
    const { assumed: _, ...older } = ended(3);
    const TableName = world.platform.tableName('savings');
    const row = { ...older, customerId: 'told', expiresAtSeconds: 4e9 };
    await world.platform.dynamo.send(new PutCommand({ TableName, Item: row }));
    expect(await listSessions(world.platform, 'told')).toEqual([...sessions, ended(3)]);
  });

  it('are there once, however often they are recorded', async () => {
    await homeWith('twice', [1]);
    await recordFinishedSessions(world.platform, 'twice');
    await changeHome(world.platform, 'twice', (home) => ({ ...home, finishedSessions: [ended(1)] }));
    await recordFinishedSessions(world.platform, 'twice');
    await recordFinishedSessions(world.platform, 'twice');
    expect(await listSessions(world.platform, 'twice')).toEqual([ended(1)]);
  });

  it('of two cars that were plugged in at the same instant are both kept, and once each', async () => {
    const both = [ended(1), { ...ended(1), vehicleRef: 'other' }];
    await putHome(world.platform, 'two', inOslo);
    for (const _ of [1, 2]) {
      await changeHome(world.platform, 'two', (home) => ({ ...home, finishedSessions: both }));
      await recordFinishedSessions(world.platform, 'two');
    }
    const kept = await listSessions(world.platform, 'two');
    expect(kept.map(({ vehicleRef }) => vehicleRef).toSorted()).toEqual(['car', 'other']);
  });

  it('are not listed once they have expired, whether the store has removed them or not', async () => {
    await homeWith('old', [1, 3 * 366]);
    await recordFinishedSessions(world.platform, 'old');
    expect(await listSessions(world.platform, 'old')).toEqual([ended(1)]);
    await eraseSessions(world.platform, 'old');
    const { savings } = await world.store.dump();
    expect(savings?.map(({ customerId }) => customerId)).not.toContain('old');
  });

  it('belong to one customer: erasing leaves the others', async () => {
    await homeWith('one', [1, 2]);
    await homeWith('other', [1]);
    await recordFinishedSessions(world.platform, 'one');
    await recordFinishedSessions(world.platform, 'other');
    await eraseSessions(world.platform, 'one');
    await eraseSessions(world.platform, 'one');
    expect(await listSessions(world.platform, 'one')).toEqual([]);
    expect(await listSessions(world.platform, 'other')).toHaveLength(1);
  });
});

describe('a customer who is forgotten meanwhile', () => {
  it('gets no session written after withdrawing', async () => {
    await homeWith('leaver', [1]);
    const withdrawal = { withdrawalId: 'w', requestedAt: 1, done: [], attempts: 0, notBeforeAt: 1 };
    await changeHome(world.platform, 'leaver', (home) => ({ ...home, withdrawal }));
    await recordFinishedSessions(world.platform, 'leaver');
    expect(await listSessions(world.platform, 'leaver')).toEqual([]);
  });

  it('keeps none that was being written as the home went', async () => {
    await homeWith('gone', [1, 2]);
    const version = (await loadHome(world.platform, 'gone'))?.version ?? 0;
    await recordFinishedSessions(erasingAfterFirstRead(version), 'gone');
    expect(await listSessions(world.platform, 'gone')).toEqual([]);
  });
});

/** The home goes between the reading and the writing. */
function erasingAfterFirstRead(version: number): Platform {
  let reads = 0;
  const dynamo = new Proxy(world.platform.dynamo, {
    get(target, property) {
      if (property !== 'send') return Reflect.get(target, property, target);
      return async (...parameters: Parameters<typeof target.send>) => {
        const answer = await target.send(...parameters);
        reads += 1;
        if (reads === 1) await eraseHome(world.platform, 'gone', version);
        return answer;
      };
    },
  });
  return { ...world.platform, dynamo, tableName: world.platform.tableName };
}
