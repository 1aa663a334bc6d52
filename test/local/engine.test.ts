import { describe, expect, it } from 'vitest';
import { Engine } from '../../lib/local/time/engine.ts';
import type { EventSource } from '../../lib/local/time/event-source.ts';
import { VirtualClock } from '../../lib/local/time/virtual-clock.ts';

const START = Date.parse('2026-10-22T14:30:00Z');
const MINUTE = 60_000;

/** Work every minute that itself takes `realMsOfWork` of the machine's time. */
function everyMinute(clock: VirtualClock, work: () => Promise<void> | void): EventSource {
  let at = START + MINUTE;
  return {
    nextAt: () => at,
    async run() {
      at += MINUTE;
      await work();
      expect(clock.now()).toBe(at - MINUTE);
    },
  };
}

function virtualClock(speed: number, realMs: () => number = () => performance.now()): VirtualClock {
  return new VirtualClock({ startAt: START, speed, realMs });
}

describe('the engine', () => {
  it('visits every event in the order of simulated time', async () => {
    const clock = virtualClock(Number.POSITIVE_INFINITY);
    const seen: string[] = [];
    const source = (name: string, times: number[]): EventSource => ({
      nextAt: () => times[0] ?? null,
      run: async () => {
        seen.push(`${name}${times.shift()}`);
      },
    });
    const a = [START + 5, START + 20, START + 20];
    const b = [START + 1, START + 20, START + 40];
    const engine = new Engine(clock, [source('a', a), source('b', b)], async () => {});
    await engine.runUntil(START + 30);
    const at = (ms: number) => START + ms;
    expect(seen).toEqual([`b${at(1)}`, `a${at(5)}`, `a${at(20)}`, `a${at(20)}`, `b${at(20)}`]);
    expect(clock.now()).toBe(START + 30);
  });

  it('holds time still while work is done, however slow the machine', async () => {
    let realMs = 0;
    const clock = virtualClock(840, () => ++realMs);
    let runs = 0;
    // Each piece of work takes ten real seconds: more than two hours at this speed.
    const source = everyMinute(clock, () => {
      realMs += 10_000;
      runs += 1;
    });
    const engine = new Engine(clock, [source], async () => {});
    engine.start();
    while (runs < 30) await new Promise(setImmediate);
    await engine.stop();
  });

  it('wakes for work that came in while it slept', async () => {
    const clock = virtualClock(1);
    let at: number | null = null;
    const done = Promise.withResolvers<void>();
    const source: EventSource = {
      nextAt: () => at,
      run: async () => {
        at = null;
        done.resolve();
      },
    };
    const engine = new Engine(clock, [source], async () => {});
    engine.start();
    await new Promise(setImmediate);
    at = clock.now();
    engine.wake();
    await done.promise;
    await engine.stop();
  });

  it('stops after the piece of work under way', async () => {
    const clock = virtualClock(Number.POSITIVE_INFINITY);
    let finished = false;
    const begun = Promise.withResolvers<void>();
    const source: EventSource = {
      nextAt: () => START,
      run: async () => {
        begun.resolve();
        await new Promise(setImmediate);
        finished = true;
      },
    };
    const engine = new Engine(clock, [source], async () => {});
    const running = engine.runUntil(START + 1);
    await begun.promise;
    await engine.stop();
    await running;
    expect(finished).toBe(true);
  });
});
