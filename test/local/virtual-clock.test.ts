import { beforeEach, describe, expect, it } from 'vitest';
import { VirtualClock } from '../../lib/local/time/virtual-clock.ts';

const START = Date.parse('2026-10-22T14:30:00Z');
let realMs = 0;
const clockAt = (speed: number) => new VirtualClock({ startAt: START, speed, realMs: () => realMs });

beforeEach(() => {
  realMs = 1_000_000;
});

describe('the virtual clock', () => {
  it('runs at its speed up to the horizon and waits there', () => {
    const clock = clockAt(840);
    clock.holdAt(START + 60_000);
    realMs += 10;
    expect(clock.now()).toBe(START + 8_400);
    realMs += 10_000;
    expect(clock.now()).toBe(START + 60_000);
  });

  it('does not move while paused, and goes on from there', () => {
    const clock = clockAt(0);
    clock.holdAt(START + 60_000);
    realMs += 5_000;
    expect(clock.now()).toBe(START);
    expect(clock.realMsUntil(START + 1)).toBe(Number.POSITIVE_INFINITY);
    clock.setSpeed(100);
    realMs += 100;
    expect(clock.now()).toBe(START + 10_000);
  });

  it('never goes back, whatever the speed or the horizon does', () => {
    const clock = clockAt(1000);
    clock.holdAt(START + 60_000);
    realMs += 30;
    expect(clock.now()).toBe(START + 30_000);
    clock.holdAt(START + 1_000);
    clock.setSpeed(1);
    expect(clock.now()).toBe(START + 30_000);
    clock.advanceTo(START);
    expect(clock.now()).toBe(START + 30_000);
  });

  it('makes up for a short delay', () => {
    const clock = clockAt(1000);
    clock.holdAt(START + 60_000);
    realMs += 160;
    clock.advanceTo(START + 60_000);
    clock.holdAt(START + 900_000);
    expect(clock.now()).toBe(START + 160_000);
  });

  it('does not race through what a machine slept', () => {
    const clock = clockAt(1000);
    clock.holdAt(START + 60_000);
    realMs += 3_600_000;
    clock.advanceTo(START + 60_000);
    clock.holdAt(START + 100_000_000);
    expect(clock.now()).toBe(START + 60_000 + 500_000);
  });

  it('in real time keeps up with the world', () => {
    const clock = clockAt(1);
    clock.holdAt(START + 60_000);
    realMs += 3_600_000;
    clock.advanceTo(START + 60_000);
    clock.holdAt(START + 100_000_000);
    expect(clock.now()).toBe(START + 3_600_000);
  });

  it('with no speed of its own moves by advanceTo alone', () => {
    const clock = clockAt(Number.POSITIVE_INFINITY);
    clock.holdAt(START + 60_000);
    realMs += 1_000;
    expect(clock.now()).toBe(START);
    clock.advanceTo(START + 60_000);
    expect(clock.now()).toBe(START + 60_000);
  });
});
