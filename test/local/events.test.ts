import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Platform } from '../../lib/platform/index.ts';
import { type SmallCloud, startSmallCloud } from '../support/small-cloud.ts';

const START = Date.parse('2026-10-22T12:00:00Z');
let cloud: SmallCloud;
let heard: { seconds: number; event: unknown }[];
let failures: number;

beforeEach(async () => {
  heard = [];
  failures = 0;
  cloud = await startSmallCloud({
    startAt: START,
    functions: {
      announcer: {
        row: { announces: ['PricesAnnounced'] },
        run: (detail: Record<string, string>, platform: Platform) =>
          platform.announce('PricesAnnounced', detail),
      },
      listener: {
        row: { triggers: [{ kind: 'event', event: 'PricesAnnounced' }] },
        run: (event: unknown) => {
          heard.push({ seconds: (cloud.clock.now() - START) / 1000, event });
          failures -= 1;
          if (failures >= 0) throw new Error('not yet');
        },
      },
    },
  });
});
afterEach(() => cloud.stop());

describe('the event bus, through the real SDK client', () => {
  it('starts the functions whose rule matches, with the event as EventBridge shapes it', async () => {
    await cloud.invoke('announcer', { area: 'NO1', date: '2026-10-23' });
    expect(heard).toEqual([]);
    await cloud.engine.runUntil(START);
    expect(heard).toMatchObject([
      {
        event: {
          version: '0',
          source: 'smartlading',
          'detail-type': 'PricesAnnounced',
          time: '2026-10-22T12:00:00.000Z',
          region: 'eu-north-1',
          detail: { area: 'NO1', date: '2026-10-23' },
        },
      },
    ]);
  });

  it('tries a failed function again, as Lambda does', async () => {
    failures = 2;
    await cloud.invoke('announcer', { area: 'NO1' });
    await cloud.engine.runUntil(START + 3_600_000);
    expect(heard.map(({ seconds }) => seconds)).toEqual([0, 60, 180]);
    expect(cloud.invocations.dump()).toEqual({ waiting: [], dead: [] });
  });

  it('tells of an event it could not take, with status 200', async () => {
    const client = new EventBridgeClient({
      region: 'eu-north-1',
      endpoint: cloud.endpointUrl,
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    });
    const entry = { Source: 's', DetailType: 'PricesAnnounced', EventBusName: 'smartlading' };
    const answer = await client.send(
      new PutEventsCommand({
        Entries: [
          { ...entry, Detail: '[1]' },
          { ...entry, Detail: '{}' },
        ],
      }),
    );
    expect(answer.FailedEntryCount).toBe(1);
    expect(answer.Entries?.[0]?.ErrorCode).toBe('MalformedDetail');
    expect(cloud.bus.dump()).toHaveLength(1);
  });
});
