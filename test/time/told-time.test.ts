import { describe, expect, it } from 'vitest';
import { toldTime } from '../../lib/time/index.ts';

describe('what a time with its offset says', () => {
  it('is its instant, its day and its clock hour, the second time too', () => {
    const text = '2026-01-12T17:45:00+01:00';
    const told = { at: Date.UTC(2026, 0, 12, 16, 45), day: '2026-01-12', hour: '2026-01-12T17+01:00' };
    expect([toldTime(text), toldTime(text)]).toEqual([told, told]);
    expect(toldTime('2026-01-12T16:45:00.000Z')).toEqual({ ...told, hour: '2026-01-12T16Z' });
  });

  it('tells the two autumn hours of one name apart', () => {
    const [first, second] = ['2026-10-25T02:15:00+02:00', '2026-10-25T02:15:00+01:00'].map(toldTime);
    expect(first?.hour).not.toBe(second?.hour);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBe(3_600_000);
  });

  it('is no instant where the text is no time, and right after more times than are remembered', () => {
    expect(toldTime('tomorrow').at).toBeNaN();
    const texts = Array.from({ length: 9000 }, (_, i) => new Date(i * 900_000).toISOString());
    expect(texts.every((text, i) => toldTime(text).at === i * 900_000)).toBe(true);
    expect(toldTime(texts[0] ?? '').at).toBe(0);
  });
});
