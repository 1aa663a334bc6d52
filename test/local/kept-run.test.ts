import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MessageQueue } from '../../lib/local/aws/message-queue.ts';
import { HttpGateway } from '../../lib/local/gateway/http-gateway.ts';
import { DataDirInUse, DataDirOfAnotherVersion, startService } from '../../lib/local/index.ts';
import { openRun } from '../../lib/local/kept-run.ts';
import { atLocalTime } from '../../lib/time/index.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kept-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const overviewOf = async (service: Awaited<ReturnType<typeof startService>>) =>
  (await service.api('GET', '/v1/overview')).body as {
    now: string;
    vehicles: { vehicleRef: string; plan: unknown }[];
  };

describe('a run kept in a directory', () => {
  it('goes on where it ended: the clock, the plan, the car, its access', async () => {
    const first = await startService({ dataDir: dir });
    await first.runUntil(atLocalTime('2026-10-22', '21:00'));
    const before = await overviewOf(first);
    const car = first.tesla.cars[0]?.snapshot();
    const queues = first.queues.dump();
    await first.stop();

    const second = await startService({ dataDir: dir });
    expect(second.resumed).toBe(true);
    expect(second.clock.now()).toBe(atLocalTime('2026-10-22', '21:00'));
    expect(await overviewOf(second)).toEqual(before);
    expect(second.tesla.cars[0]?.snapshot()).toEqual(car);
    expect(second.queues.dump().charging?.waiting).toEqual(queues.charging?.waiting);
    // It can still read and command the car: the night ends as it should.
    await second.runUntil(atLocalTime('2026-10-23', '07:00'));
    expect(second.tesla.cars[0]?.snapshot().soc).toBeGreaterThan(0.79);
    await second.stop();
  });

  it('remembers what waits in the queues, and the dead letters', () => {
    const queueOf = () =>
      new MessageQueue({ visibilitySeconds: 180, maxReceives: 0, clock: { now: () => 1_000 } });
    const queue = queueOf();
    queue.send('poison', 0);
    queue.receive(1);
    queue.send('waits', 60);
    const first = openRun(dir);
    first.keep(() => ({ nowAt: 1_000, simulator: {}, queues: new Map([['charging', queue]]) }));
    first.close();
    const restored = queueOf();
    openRun(dir).restoreQueues(new Map([['charging', restored]]));
    expect(restored.dump()).toMatchObject({
      waiting: [{ body: 'waits', visibleAt: 61_000 }],
      dead: [{ body: 'poison' }],
    });
  });

  it('belongs to one run at a time; one that could not start leaves it to the next', async () => {
    const first = await startService({ dataDir: dir, link: false });
    await expect(startService({ dataDir: dir, link: false })).rejects.toThrow(DataDirInUse);
    await first.stop();
    const taken = await HttpGateway.listen(0);
    const port = Number(new URL(taken.origin).port);
    await expect(startService({ dataDir: dir, link: false, port })).rejects.toThrow('EADDRINUSE');
    await taken.stop();
    await (await startService({ dataDir: dir, link: false })).stop();
  });

  it('is free where the run that held it died', async () => {
    writeFileSync(join(dir, 'lock'), String(deadProcess()));
    await (await startService({ dataDir: dir, link: false })).stop();
  });

  it('keeps its secrets from other users of the machine', async () => {
    const service = await startService({ dataDir: dir, link: false });
    await service.stop();
    for (const file of ['vault.json', 'identity.json', 'simulator.json'])
      expect(statSync(join(dir, file)).mode & 0o077).toBe(0);
  });

  it('is not taken up by a version that keeps other things, and is left as it is', async () => {
    const service = await startService({ dataDir: dir, link: false });
    await service.stop();
    rmSync(join(dir, 'form.json'));
    await expect(startService({ dataDir: dir })).rejects.toThrow(DataDirOfAnotherVersion);
    expect(readdirSync(dir)).not.toContain('lock');
    writeFileSync(join(dir, 'form.json'), '1');
    await expect(startService({ dataDir: dir })).rejects.toThrow(DataDirOfAnotherVersion);
  });

  it('is not taken up from a file that cannot be read', async () => {
    writeFileSync(join(dir, 'clock.json'), '{"half');
    await expect(startService({ dataDir: dir })).rejects.toThrow('clock.json cannot be read');
  });
});

/** The number of a process that has ended. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}
