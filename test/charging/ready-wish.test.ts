import { describe, expect, it } from 'vitest';
import { readyWish, wishesKeyOf } from '../../lib/charging/ready-wish.ts';
import { ordinaryWishes } from '../../lib/homes/index.ts';
import { atLocalTime } from '../../lib/time/index.ts';

const wishes = { ...ordinaryWishes, readyByWeekend: '10:00' };
const ready = (date: string, time: string, over: object = {}) =>
  readyWish({ ...wishes, ...over }, atLocalTime(date, time)).readyAt;

describe('the next ready time', () => {
  it.each([
    ['a workday', '2026-11-12', '17:00', atLocalTime('2026-11-13', '07:00')],
    ['a Saturday', '2026-11-13', '17:00', atLocalTime('2026-11-14', '10:00')],
    ['a Sunday', '2026-11-14', '17:00', atLocalTime('2026-11-15', '10:00')],
    ['a Monday after', '2026-11-15', '10:00', atLocalTime('2026-11-16', '07:00')],
    ['a holiday', '2026-12-24', '17:00', atLocalTime('2026-12-25', '10:00')],
    ['the same day, still ahead', '2026-11-14', '09:00', atLocalTime('2026-11-14', '10:00')],
  ])('of %s', (_, date, time, readyAt) => {
    expect(ready(date, time)).toBe(readyAt);
  });

  it('is every day’s where the weekend has none of its own', () => {
    expect(ready('2026-11-13', '17:00', { readyByWeekend: null })).toBe(atLocalTime('2026-11-14', '07:00'));
  });
});

describe('a wish of one time', () => {
  const once = { readyAt: atLocalTime('2026-11-13', '04:30'), targetSoc: 1 };
  const asked = { ...wishes, ceilingSoc: 0.9, once };

  it('goes before the day’s where it comes first, past the ceiling if need be', () => {
    expect(readyWish(asked, atLocalTime('2026-11-12', '17:00'))).toEqual({
      ...once,
      ceilingSoc: 1,
      milestones: [],
    });
  });

  it('waits where an ordinary day comes before it', () => {
    expect(readyWish(asked, atLocalTime('2026-11-11', '17:00'))).toMatchObject({
      readyAt: atLocalTime('2026-11-12', '07:00'),
      ceilingSoc: 0.9,
    });
  });

  it('soon after the day’s is planned for with it, the day’s as a milestone', () => {
    const later = { ...wishes, once: { readyAt: atLocalTime('2026-11-13', '12:00'), targetSoc: 1 } };
    const readyAt = atLocalTime('2026-11-13', '07:00');
    const at = atLocalTime('2026-11-12', '17:00');
    const wish = readyWish(later, at);
    expect(wish).toMatchObject({ readyAt: later.once.readyAt, targetSoc: 1 });
    expect(wish.milestones).toEqual([{ at: readyAt, soc: wishes.targetSoc }]);
    expect(readyWish(later, readyAt)).toMatchObject({ readyAt: later.once.readyAt, milestones: [] });
    // Another day's time before it makes another plan, though it is for the same time.
    const earlier = { ...later, readyBy: '06:00' };
    expect(wishesKeyOf(readyWish(earlier, at), earlier)).not.toBe(wishesKeyOf(wish, later));
  });

  it('that asks for no more, or comes when the car has been out, changes nothing of the night', () => {
    const at = atLocalTime('2026-11-12', '17:00');
    const dayAt = { readyAt: atLocalTime('2026-11-13', '07:00'), milestones: [] };
    const less = { readyAt: atLocalTime('2026-11-13', '12:00'), targetSoc: wishes.targetSoc };
    const late = { readyAt: atLocalTime('2026-11-13', '20:00'), targetSoc: 1 };
    for (const once of [less, late]) expect(readyWish({ ...wishes, once }, at)).toMatchObject(dayAt);
  });

  it('is over when it is past', () => {
    expect(readyWish(asked, once.readyAt)).toMatchObject({ readyAt: atLocalTime('2026-11-13', '07:00') });
  });
});
