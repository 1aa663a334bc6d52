import { describe, expect, it } from 'vitest';
import { CarRoutine, socAfterDriving } from '../../lib/local/demo/car-routine.ts';
import { addDays, atLocalTime, isoLocal } from '../../lib/time/index.ts';

function livedThrough(fromAt: number, events: number, soc = 0.8): string[] {
  let now = fromAt;
  let battery = soc;
  const seen: string[] = [];
  const note = (what: string) => void seen.push(`${isoLocal(now)} ${what}`);
  const routine = new CarRoutine(
    { now: () => now },
    {
      plugIn: () => note('in'),
      unplug: () => note('out'),
      driveTo: (to) => {
        battery = to;
      },
      snapshot: () => ({ soc: battery }),
    },
  );
  for (let event = 0; event < events; event += 1) {
    now = routine.nextAt();
    void routine.run();
  }
  return seen;
}

describe('the demo car’s day', () => {
  it('leaves at 07:30 and is home at 17:00 by the clocks of Oslo, also when they change', () => {
    expect(livedThrough(atLocalTime('2026-10-24', '16:30'), 5)).toEqual([
      '2026-10-24T17:00:00+02:00 in',
      '2026-10-25T07:30:00+01:00 out',
      '2026-10-25T17:00:00+01:00 in',
      '2026-10-26T07:30:00+01:00 out',
      '2026-10-26T17:00:00+01:00 in',
    ]);
  });

  it('does not repeat what happened at the very moment it is started', () => {
    expect(livedThrough(atLocalTime('2026-10-24', '17:00'), 1)).toEqual(['2026-10-25T07:30:00+01:00 out']);
  });

  it('comes home with about 35 %, each day the same in every run, and not the same every day', () => {
    const days = Array.from({ length: 365 }, (_, day) => socAfterDriving(addDays('2026-01-01', day)));
    expect(Math.min(...days)).toBeGreaterThanOrEqual(0.25);
    expect(Math.max(...days)).toBeLessThanOrEqual(0.45);
    expect(new Set(days).size).toBeGreaterThan(10);
    expect(socAfterDriving('2026-01-01')).toBe(days[0]);
  });

  it('gains nothing by driving', () => {
    let battery = 0.1;
    const car = {
      plugIn: () => {},
      unplug: () => {},
      driveTo: (to: number) => {
        battery = to;
      },
      snapshot: () => ({ soc: battery }),
    };
    const routine = new CarRoutine({ now: () => atLocalTime('2026-10-24', '07:00') }, car);
    void routine.run();
    expect(battery).toBe(0.1);
  });
});
