import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, test } from 'vitest';
import { startService } from '../../lib/local/index.ts';
import { atLocalTime } from '../../lib/time/index.ts';

// A fault that only AWS itself can make: PutEvents answers 200 and says inside that it did not take the event.
test('prices that the bus refused to announce are announced by the next run', async () => {
  const service = await startService({ startAt: atLocalTime('2026-10-22', '12:50'), link: false });
  const bus = mockClient(EventBridgeClient);
  bus.on(PutEventsCommand).resolves({ FailedEntryCount: 1, Entries: [{ ErrorCode: 'InternalFailure' }] });
  await service.runUntil(atLocalTime('2026-10-22', '13:04'));
  const refused = bus.commandCalls(PutEventsCommand).length;
  bus.restore();
  expect(refused).toBeGreaterThanOrEqual(5);
  expect(service.events.dump().published).toEqual([]);
  expect((await service.store.dump()).prices).not.toEqual([]);

  await service.runUntil(atLocalTime('2026-10-22', '13:30'));
  const announced = service.events.dump().published.map(({ detail }) => JSON.stringify(detail));
  expect(announced.length).toBeGreaterThanOrEqual(5);
  expect(new Set(announced).size).toBe(announced.length);
  await service.stop();
});
