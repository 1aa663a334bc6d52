import { describe, expect, it } from 'vitest';
import { chargeTimes } from '../../bin/local/charge-times.ts';

const at = (clock: string) => `2026-10-22T${clock}:00+02:00`;
const window = (from: string, until: string, ampere: number | null) => ({
  from: at(from),
  until: at(until),
  ampere,
});

describe('when a plan charges, in words', () => {
  it('a pause makes two times of it; full power needs no current', () => {
    const windows = [window('00:00', '01:30', null), window('05:00', '05:36', 9)];
    expect(chargeTimes(windows)).toBe('00:00–01:30, 05:00–05:36 at 9 A');
  });

  it('currents that follow on each other are one time', () => {
    const windows = [window('18:00', '18:15', 10), window('18:15', '19:00', 9), window('19:00', '20:00', 11)];
    expect(chargeTimes(windows)).toBe('18:00–20:00 at 9–11 A');
    expect(chargeTimes([...windows, window('20:00', '20:10', null)])).toBe('18:00–20:10 at 9 A or more');
  });
});
