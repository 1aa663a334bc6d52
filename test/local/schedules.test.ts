import { afterEach, describe, expect, it } from 'vitest';
import { isoLocal, localTime, QUARTER_MS } from '../../lib/time/index.ts';
import type { ScheduleTrigger } from '../../lib/wiring.ts';
import { type SmallCloud, startSmallCloud } from '../support/small-cloud.ts';

let cloud: SmallCloud | undefined;
afterEach(async () => cloud?.stop());

function schedule(cron: string, jitterMinutes = 0): ScheduleTrigger {
  const zone = cron.startsWith('*/15') ? 'UTC' : 'Europe/Oslo';
  return { kind: 'schedule', name: 'test', cron, zone, jitterMinutes, input: { days: 'tomorrow' } };
}

/** The instants at which a schedule fires between two UTC times. */
async function firings(trigger: ScheduleTrigger, from: string, until: string): Promise<number[]> {
  const fired: number[] = [];
  const run = (event: unknown) => {
    expect(event).toEqual({ days: 'tomorrow' });
    fired.push(cloud?.clock.now() ?? 0);
  };
  cloud = await startSmallCloud({
    startAt: Date.parse(from),
    functions: { worker: { row: { triggers: [trigger] }, run } },
  });
  await cloud.engine.runUntil(Date.parse(until));
  return fired;
}

describe('schedules', () => {
  it('fire every quarter hour of the day on which summer time ends: 100 of them', async () => {
    const fired = await firings(schedule('*/15 * * * *'), '2026-10-24T22:00:00Z', '2026-10-25T22:59:59Z');
    expect(fired).toHaveLength(100);
    expect(fired.every((at, i) => at === (fired[0] ?? 0) + i * QUARTER_MS)).toBe(true);
  });

  it('fire every quarter hour of the day on which summer time begins: 92 of them', async () => {
    const fired = await firings(schedule('*/15 * * * *'), '2026-03-28T23:00:00Z', '2026-03-29T21:59:59Z');
    expect(fired).toHaveLength(92);
    expect(fired.every((at, i) => at === (fired[0] ?? 0) + i * QUARTER_MS)).toBe(true);
  });

  it('keep the clock time of Oslo through the change', async () => {
    const fired = await firings(schedule('45-59/5 12 * * *'), '2026-10-23T22:00:00Z', '2026-10-26T00:00:00Z');
    expect(fired.map((at) => isoLocal(at))).toEqual([
      '2026-10-24T12:45:00+02:00',
      '2026-10-24T12:50:00+02:00',
      '2026-10-24T12:55:00+02:00',
      '2026-10-25T12:45:00+01:00',
      '2026-10-25T12:50:00+01:00',
      '2026-10-25T12:55:00+01:00',
    ]);
  });

  it('start within their jitter, spread, and the same in every run', async () => {
    const trigger = schedule('0 13 * * *', 30);
    const first = await firings(trigger, '2026-06-01T00:00:00Z', '2026-07-01T00:00:00Z');
    await cloud?.stop();
    const second = await firings(trigger, '2026-06-01T00:00:00Z', '2026-07-01T00:00:00Z');
    expect(first).toEqual(second);
    expect(first).toHaveLength(30);
    expect(first.every((at) => localTime(at) >= '13:00' && localTime(at) < '13:30')).toBe(true);
    expect(new Set(first.map(localTime)).size).toBeGreaterThan(10);
  });

  it('fire at the very moment the run starts', async () => {
    const fired = await firings(schedule('*/15 * * * *'), '2026-06-01T10:00:00Z', '2026-06-01T10:14:00Z');
    expect(fired).toEqual([Date.parse('2026-06-01T10:00:00Z')]);
  });

  it('can be made to miss a firing', async () => {
    const fired: number[] = [];
    const run = () => void fired.push(cloud?.clock.now() ?? 0);
    cloud = await startSmallCloud({
      startAt: Date.parse('2026-06-01T10:01:00Z'),
      functions: { worker: { row: { triggers: [schedule('*/15 * * * *')] }, run } },
    });
    cloud.faults.dropNext('test');
    await cloud.engine.runUntil(Date.parse('2026-06-01T10:40:00Z'));
    expect(fired).toEqual([Date.parse('2026-06-01T10:30:00Z')]);
  });

  it('are tried again after one and after two minutes, and then given to the dead letters', async () => {
    const tried: number[] = [];
    const run = () => {
      tried.push(cloud?.clock.now() ?? 0);
      throw new Error('always');
    };
    const startAt = Date.parse('2026-06-01T10:00:00Z');
    cloud = await startSmallCloud({
      startAt,
      functions: { worker: { row: { triggers: [schedule('0 12 * * *')] }, run } },
    });
    await cloud.engine.runUntil(startAt + 3_600_000);
    expect(tried.map((at) => (at - startAt) / 1000)).toEqual([0, 60, 180]);
    expect(cloud.invocations.dump().dead).toMatchObject([{ functionName: 'worker', failures: 3 }]);
  });
});
