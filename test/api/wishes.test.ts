import { describe, expect, test } from 'vitest';
import { contracts, wishesOf, wishesWanted } from '../../lib/api/index.ts';
import { fuseKw, ordinaryWishes } from '../../lib/homes/index.ts';
import { HOUR_MS } from '../../lib/time/index.ts';

const NOW = Date.parse('2026-01-12T16:05:00Z');
const { body } = contracts['put-wishes'];

function sent(wishes: object, before = ordinaryWishes) {
  return wishesWanted(body?.parse({ readyBy: '06:45', targetPercent: 75, ...wishes }) as never, before, NOW);
}

/** A driver who has said all there is to say. */
const particular = {
  ...ordinaryWishes,
  readyByWeekend: '10:30',
  reserveSoc: 0.3,
  ceilingSoc: 0.85,
  priceLimitOre: 180,
  unbroken: true,
  prefer: 'late',
  warmMinutes: 20,
  once: { readyAt: NOW + HOUR_MS, targetSoc: 1 },
} as const;

describe('wishes', () => {
  test('that an older app does not know stay as they are', () => {
    expect(sent({})).toEqual({ ...ordinaryWishes, readyBy: '06:45', targetSoc: 0.75 });
    expect(sent({}, particular)).toEqual({ ...particular, readyBy: '06:45', targetSoc: 0.75 });
  });

  test('sent as null are cleared', () => {
    const cleared = { readyByWeekend: null, priceLimitOre: null, once: null };
    expect(sent(cleared, particular)).toMatchObject(cleared);
  });

  test('that were not sent follow a target that leaves them no room', () => {
    expect(sent({ targetPercent: 95 }, particular)).toMatchObject({ ceilingSoc: 0.95, targetSoc: 0.95 });
    expect(sent({ targetPercent: 50 }, { ...particular, reserveSoc: 0.6 }).reserveSoc).toBe(0.5);
    const once = { readyAt: '2026-01-13T03:00:00Z', targetPercent: 50 };
    expect(sent({ once }, { ...particular, reserveSoc: 0.6 }).reserveSoc).toBe(0.6);
  });

  test('that were not sent do not have what was sent refused', () => {
    const once = { readyAt: NOW + HOUR_MS, targetSoc: 0.5 };
    expect(sent({ reservePercent: 60 }, { ...particular, once })).toMatchObject({ reserveSoc: 0.6, once });
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

  test('of one time that is past are dropped, and keep no other wish from being heard', () => {
    const once = { readyAt: '2026-01-12T16:05:00Z', targetPercent: 100 };
    expect(sent({ once, warmMinutes: 10 })).toMatchObject({ once: null, warmMinutes: 10 });
    expect(sent({}, { ...particular, once: { readyAt: NOW, targetSoc: 1 } }).once).toBeNull();
  });

  test.each([
    ['ceilingPercent', { ceilingPercent: 70 }],
    ['reservePercent', { reservePercent: 76 }],
    [
      'once.targetPercent',
      { reservePercent: 60, once: { readyAt: '2026-01-13T03:00:00Z', targetPercent: 50 } },
    ],
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
