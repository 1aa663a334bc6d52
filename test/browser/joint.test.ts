import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atLocalTime, localTime } from '../../lib/time/index.ts';
import type { Wishes } from '../../web/src/api/types.ts';
import { widestKw } from '../../web/src/capacity/capacity-bars.ts';
import { fuseKinds, fuseOf, kindOf } from '../../web/src/house/fuse-kind.ts';
import { jointModel } from '../../web/src/joint/joint-model.ts';
import { niceTicks } from '../../web/src/joint/nice-ticks.ts';
import { layerPath, layersOf, stepPath } from '../../web/src/joint/stepped.ts';
import { osloAt, osloMidnight } from '../../web/src/time/oslo.ts';
import { compatible } from '../../web/src/wishes/compatible.ts';
import { savedSentence } from '../../web/src/wishes/saved-sentence.ts';
import { en } from '../../web/src/words/en.ts';
import { formatOf } from '../../web/src/words/format.ts';
import { nb } from '../../web/src/words/nb.ts';
import { twoCars } from '../support/browser/fixtures/two-cars.ts';
import { ordinaryWishes, waitingVehicle } from '../support/browser/fixtures/vehicle.ts';

describe('the picture of several cars', () => {
  test('holds what the plans say, house and cars together under the fuse', () => {
    const model = jointModel(twoCars, null, 17.3);
    for (const { startAt, houseKw, carsKw, totalKw, price } of model?.quarters ?? []) {
      const slots = twoCars.map(({ plan }) => plan?.slots.find(({ start }) => Date.parse(start) === startAt));
      expect(carsKw).toEqual(slots.map((slot) => slot?.powerKw ?? 0));
      expect(houseKw).toBe(slots[0]?.houseKw ?? null);
      expect(price).toBe(slots[0]?.priceOrePerKwh ?? null);
      expect(totalKw).toBeCloseTo((houseKw ?? 0) + carsKw.reduce((sum, kw) => sum + kw, 0), 9);
      expect(totalKw).toBeLessThanOrEqual((model?.limitKw ?? 0) + 1e-9);
    }
    // As far as the plans go: what the house draws after that, nobody says.
    expect(model?.quarters.length).toBe(51);
    expect(model?.quarters.every(({ houseKw }) => houseKw !== null)).toBe(true);
    expect(model?.fullest?.totalKw).toBeCloseTo(15.3, 9);
    expect(model?.topKw).toBeGreaterThan(17.3);
  });

  test('is not drawn for one car, nor where only one has a plan', () => {
    const idle = { ...waitingVehicle(), plan: null };
    expect(jointModel([waitingVehicle()], null, null)).toBeNull();
    expect(jointModel([waitingVehicle(), idle], null, null)).toBeNull();
  });

  test('gives every car its place, also one without a plan between the others', () => {
    const [first, second] = twoCars;
    if (!first || !second) throw new Error('the fixture has two cars');
    const model = jointModel([first, { ...first, plan: null, session: null }, second], null, null);
    expect(model?.quarters.every(({ carsKw }) => carsKw.length === 3 && carsKw[1] === 0)).toBe(true);
  });
});

const levels = fc.array(fc.float({ min: 0, max: 50, noNaN: true }), { minLength: 1, maxLength: 20 });

describe('a drawing in steps', () => {
  test('stacks without a gap, each layer as high as it is', () => {
    fc.assert(
      fc.property(levels, levels, (one, other) => {
        const length = Math.min(one.length, other.length);
        const [bottom, top] = layersOf([one.slice(0, length), other.slice(0, length)]);
        expect(bottom?.from.every((level) => level === 0)).toBe(true);
        expect(top?.from).toEqual(bottom?.to);
        top?.to.forEach((level, index) => {
          expect(level - (top.from[index] ?? 0)).toBeCloseTo(other[index] ?? 0, 5);
        });
      }),
    );
  });

  test('goes along the top and back along the bottom', () => {
    const path = layerPath({ from: [0, 1], to: [2, 3] }, (level) => 10 - level);
    expect(path).toBe('M0,8 1,8 L1,7 2,7 L2,9 1,9 L1,10 0,10Z');
  });

  test('breaks where a level is not known', () => {
    expect(stepPath([1, null, 2, 3], (level) => level).replaceAll(/ +/g, ' ')).toBe(
      'M0,1 L1,1 M2,2 L3,2 L3,3 L4,3',
    );
  });

  test('has a few round levels between its ends, zero among them', () => {
    const low = fc.integer({ min: -200, max: 0 });
    fc.assert(
      fc.property(low, fc.integer({ min: 1, max: 500 }), (from, until) => {
        const ticks = niceTicks(from, until, 3);
        expect(ticks).toContain(0);
        expect(ticks.length).toBeLessThanOrEqual(4);
        expect(ticks.every((tick) => tick >= from && tick <= until)).toBe(true);
      }),
    );
  });
});

describe('a time of one day', () => {
  test('is the service’s, on every day that has it', () => {
    const instants = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) });
    const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
    fc.assert(
      fc.property(instants, minutes, (at, minute) => {
        const time = [Math.floor(minute / 60), minute % 60]
          .map((one) => String(one).padStart(2, '0'))
          .join(':');
        const midnight = osloMidnight(at);
        const date = new Date(midnight + 12 * 3_600_000).toISOString().slice(0, 10);
        const found = osloAt(midnight, time);
        if (localTime(found) === time) expect(found).toBe(atLocalTime(date, time));
        else expect(time.startsWith('02:')).toBe(true);
      }),
    );
  });

  test('on the nights of the changed clock', () => {
    expect(new Date(osloAt(Date.parse('2026-03-28T23:00:00Z'), '07:00')).toISOString()).toBe(
      '2026-03-29T05:00:00.000Z',
    );
    expect(new Date(osloAt(Date.parse('2026-03-28T23:00:00Z'), '23:30')).toISOString()).toBe(
      '2026-03-29T21:30:00.000Z',
    );
    expect(new Date(osloAt(Date.parse('2025-10-25T22:00:00Z'), '07:00')).toISOString()).toBe(
      '2025-10-26T06:00:00.000Z',
    );
  });
});

describe('wishes that go together', () => {
  const percent = (least: number, most: number) => fc.integer({ min: least, max: most });
  const anyWishes = fc
    .record({
      reservePercent: percent(0, 80),
      targetPercent: percent(50, 100),
      ceilingPercent: percent(50, 100),
    })
    .map((change): Wishes => ({ ...ordinaryWishes, ...change }));
  const limits = fc.constantFrom('reservePercent', 'targetPercent', 'ceilingPercent');

  test('always do, and the one that was changed stands', () => {
    fc.assert(
      fc.property(anyWishes, limits, (wishes, changed) => {
        const after = compatible(wishes, changed);
        expect(after.reservePercent).toBeLessThanOrEqual(after.targetPercent);
        expect(after.targetPercent).toBeLessThanOrEqual(after.ceilingPercent);
        expect(after[changed]).toBe(wishes[changed]);
      }),
    );
  });

  test('are said when saved, in both languages, whatever was changed', () => {
    const wishes: Wishes = {
      ...ordinaryWishes,
      readyByWeekend: '10:30',
      priceLimitOre: 150,
      once: { readyAt: '2026-01-14T04:30:00Z', targetPercent: 100 },
    };
    const say = (changed: keyof Wishes, words = nb, language: 'nb' | 'en' = 'nb') =>
      savedSentence(wishes, changed, words, formatOf(language)).replaceAll('\u00a0', ' ');
    expect(say('readyByWeekend')).toBe('Lagret: Klar i helgen 10.30.');
    expect(say('priceLimitOre')).toBe('Lagret: ikke over 150,0 øre/kWh.');
    expect(say('once', en, 'en')).toBe('Saved: ready Wed 14 Jan at 05:30 with 100%, once.');
    expect(say('targetPercent', en, 'en')).toBe('Saved: ready at 07:00 with 80%.');
    const keys = Object.keys(wishes) as (keyof Wishes)[];
    for (const key of keys) expect(say(key, en, 'en')).toMatch(/^Saved: .+\.$/);
  });
});

test('a fuse is told by its kind and comes back as it was', () => {
  for (const kind of fuseKinds) expect(kindOf(fuseOf(63, kind))).toBe(kind);
  expect(fuseOf(40, 'TN-1')).toEqual({ ampere: 40, phases: 1, net: 'TN' });
  expect(kindOf({ ampere: 40, phases: 1, net: 'IT' })).toBe('TN-1');
});

test('no bar of the month’s peaks is wider than its picture, and the end of the step is in it', () => {
  const anyKw = fc.float({ min: 0, max: 40, noNaN: true });
  fc.assert(
    fc.property(fc.array(anyKw), fc.option(anyKw), (peaks, uptoKw) => {
      const bars = peaks.map((kw) => ({ label: '', kw, kind: 'peak' as const }));
      const widest = widestKw(bars, uptoKw);
      for (const kw of [...peaks, uptoKw ?? 0]) expect(kw).toBeLessThanOrEqual(widest);
    }),
  );
});
