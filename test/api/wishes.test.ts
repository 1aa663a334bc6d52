import { describe, expect, test } from 'vitest';
import { contracts, wishesOf, wishesWanted } from '../../lib/api/index.ts';
import { fuseKw, ordinaryWishes } from '../../lib/homes/index.ts';
import { HOUR_MS } from '../../lib/time/index.ts';

const NOW = Date.parse('2026-01-12T16:05:00Z');
const { body } = contracts['put-wishes'];

function sent(wishes: object) {
  return wishesWanted(body?.parse({ readyBy: '06:45', targetPercent: 75, ...wishes }) as never, NOW);
}

describe('wishes', () => {
  test('that an older app leaves out are those of an ordinary car', () => {
    expect(sent({})).toEqual({ ...ordinaryWishes, readyBy: '06:45', targetSoc: 0.75 });
  });

  test('come back as they were sent', () => {
    const all = {
      readyBy: '06:45',
      readyByWeekend: '10:30',
      targetPercent: 75,
      reservePercent: 20,
      ceilingPercent: 90,
      priceLimitOre: 180,
      unbroken: true,
      prefer: 'late',
      warmMinutes: 20,
      once: { readyAt: '2026-01-13T03:00:00Z', targetPercent: 100 },
    };
    expect(wishesOf(sent(all), NOW)).toEqual(all);
    expect(contracts['put-wishes'].answer.safeParse(wishesOf(sent(all), NOW)).error).toBeUndefined();
  });

  test('of one time are set, undone, and over when the time is past', () => {
    const once = { readyAt: '2026-01-13T03:00:00Z', targetPercent: 100 };
    expect(wishesOf(sent({ once }), NOW).once).toEqual(once);
    expect(wishesOf(sent({ once }), Date.parse(once.readyAt)).once).toBeNull();
    expect(wishesOf(sent({ once: null }), NOW).once).toBeNull();
    expect(wishesOf(sent({}), NOW).once).toBeNull();
  });

  test.each([
    ['ceilingPercent', { ceilingPercent: 70 }],
    ['reservePercent', { reservePercent: 76 }],
    ['once.readyAt', { once: { readyAt: '2026-01-12T16:05:00Z', targetPercent: 100 } }],
    ['once.readyAt', { once: { readyAt: new Date(NOW + 169 * HOUR_MS).toISOString(), targetPercent: 100 } }],
  ])('that cannot be name the field %s', (field, wishes) => {
    expect(() => sent(wishes)).toThrow(expect.objectContaining({ code: 'invalid-request', field }));
  });

  test.each([
    { warmMinutes: -1 },
    { prefer: 'never' },
    { once: { readyAt: 'tomorrow', targetPercent: 100 } },
    { once: { readyAt: '2026-01-13T03:00:00Z', targetPercent: 20 } },
    { readyByWeekend: '24:00' },
    { unknown: 1 },
  ])('that are no wishes are refused: %j', (wishes) => {
    expect(body?.safeParse({ readyBy: '06:45', targetPercent: 75, ...wishes }).success).toBe(false);
  });
});

test('a fuse carries what its net and phases let it', () => {
  expect(fuseKw({ ampere: 63, phases: 3, net: 'IT' })).toBeCloseTo(25.1, 1);
  expect(fuseKw({ ampere: 25, phases: 3, net: 'TN' })).toBeCloseTo(17.32, 2);
  expect(fuseKw({ ampere: 40, phases: 1, net: 'TN' })).toBeCloseTo(9.2, 6);
});
