import { afterAll, expect, test } from 'vitest';
import { atLocalTime, isoLocal } from '../../lib/time/index.ts';
import { functions } from '../../lib/wiring.ts';
import { type SmallCloud, startSmallCloud } from '../support/small-cloud.ts';

let cloud: SmallCloud | undefined;
afterAll(() => cloud?.stop());

test('Elvia’s own days are asked for twice an evening by the clock in Oslo, also when it changes', async () => {
  const fired: string[] = [];
  const triggers = functions['refresh-tariffs'].triggers
    .filter(({ name }) => name === 'tariffs-own')
    .map((trigger) => ({ ...trigger, jitterMinutes: 0 }));
  const run = (event: unknown) => {
    expect(event).toEqual({ source: 'digin' });
    fired.push(isoLocal(cloud?.clock.now() ?? 0));
  };
  cloud = await startSmallCloud({
    startAt: atLocalTime('2026-10-24', '00:00'),
    functions: { worker: { row: { triggers }, run } },
  });
  await cloud.engine.runUntil(atLocalTime('2026-10-26', '00:00'));
  expect(fired).toEqual([
    '2026-10-24T17:15:00+02:00',
    '2026-10-24T20:15:00+02:00',
    '2026-10-25T17:15:00+01:00',
    '2026-10-25T20:15:00+01:00',
  ]);
});
