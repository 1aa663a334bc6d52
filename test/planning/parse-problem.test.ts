import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError, parseProblem } from '../../lib/planning/index.ts';
import { anyProblem } from './problems.ts';
import { anyHome, EVERYTHING } from './support/any-home.ts';

// biome-ignore lint/suspicious/noExplicitAny: the tests spoil it in ways its type would not allow
const aProblem = (): any => ({
  slots: [
    {
      start: '2026-01-12T17:00:00+01:00',
      minutes: 15,
      importPrice: 1.327,
      baseLoadKw: 0.7,
      solarKw: 0,
      exportPrice: 0,
    },
    { start: '2026-01-12T17:15:00+01:00', minutes: 60, importPrice: -0.2 },
    { start: '2026-01-12T17:15:00Z', minutes: 15, importPrice: 1e-3 },
  ],
  vehicles: [
    {
      id: 'car-1',
      capacityKwh: 64,
      soc: 0.31,
      targetSoc: 0.8,
      arriveSlot: 0,
      departSlot: 3,
      maxKw: 11.04,
      minKw: 1.38,
      minSoc: 0.2,
      efficiency: 0.9,
      ceilingSoc: 0.9,
      slotMaxKw: [11, 0, 7],
      milestones: [{ slot: 2, soc: 0.4 }],
      oneBlock: false,
      prefer: 'late',
      discharge: { maxKw: 5, efficiency: 0.9, wearNokPerKwh: 0.3, floorSoc: 0.2 },
    },
  ],
  fuseKw: 17.3,
  capacitySteps: [
    { uptoKw: 2, nokPerMonth: 150 },
    { uptoKw: 5, nokPerMonth: 250 },
  ],
  monthTopPeaksKw: [4.1, 3.2, 3.8],
  startPenaltyNok: 0.2,
});
/** The problem with one place changed: `set('vehicles.0.soc', 2)`. */
const set = (path: string, value: unknown) => {
  const problem = aProblem();
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const place = keys.reduce((at, key) => at[key], problem);
  if (value === undefined) delete place[last];
  else place[last] = value;
  return problem;
};
const messageFor = (input: unknown) => {
  try {
    parseProblem(input);
  } catch (error) {
    if (error instanceof ProblemError) return error.message;
    throw error;
  }
  return 'was accepted';
};

describe('a problem', () => {
  it('is read as it is', () => {
    expect(parseProblem(aProblem())).toEqual(aProblem());
  });

  it('of any kind that can be planned is read as it is', () => {
    const kind = { ...EVERYTHING, isOneBlock: true, feedsHouse: true };
    fc.assert(
      fc.property(fc.oneof(anyProblem(), anyHome(kind)), (problem) => {
        expect(parseProblem(JSON.parse(JSON.stringify(problem)))).toEqual(problem);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['vehicles.0.departSlot', 0],
    ['vehicles.0.arriveSlot', 3],
    ['vehicles.0.targetSoc', 0.1],
    ['vehicles.0.soc', 1],
    ['vehicles.0.maxKw', 0],
    ['vehicles.0.id', undefined],
    ['vehicles.0.minKw', undefined],
    ['vehicles.0.minKw', 12],
    ['vehicles.0.minSoc', 1],
    ['vehicles.0.ceilingSoc', 0],
    ['vehicles.0.milestones', []],
    ['vehicles.0.milestones.0.slot', 3],
    ['vehicles.0.discharge', undefined],
    ['vehicles.0.discharge.maxKw', 0],
    ['startPenaltyNok', 0],
    ['fuseKw', 0],
    ['capacitySteps', []],
    ['capacitySteps.1.nokPerMonth', 150],
    ['monthTopPeaksKw', []],
    ['slots.0.baseLoadKw', 12],
    ['slots.0.exportPrice', 1.327],
    ['slots.1.exportPrice', -0.2],
  ])('with %s = %s is accepted', (path, value) => {
    expect(messageFor(set(path, value))).toBe('was accepted');
  });

  it.each([
    ['vehicles.0.soc', 1.01, 'vehicles[0].soc: must be between 0 and 1'],
    ['vehicles.0.soc', -0.01, 'vehicles[0].soc: must be between 0 and 1'],
    ['vehicles.0.soc', '0.5', 'vehicles[0].soc: must be between 0 and 1'],
    ['vehicles.0.soc', null, 'vehicles[0].soc: must be between 0 and 1'],
    ['vehicles.0.soc', Number.NaN, 'vehicles[0].soc: must be between 0 and 1'],
    ['vehicles.0.soc', undefined, 'vehicles[0].soc: is missing'],
    ['vehicles.0.targetSoc', 80, 'vehicles[0].targetSoc: must be between 0 and 1'],
    ['vehicles.0.capacityKwh', 0, 'vehicles[0].capacityKwh: must be above 0 and at most 10000 kWh'],
    ['vehicles.0.efficiency', 0, 'vehicles[0].efficiency: must be above 0 and at most 1'],
    ['vehicles.0.efficiency', 1.1, 'vehicles[0].efficiency: must be above 0 and at most 1'],
    ['vehicles.0.maxKw', -1, 'vehicles[0].maxKw: must be between 0 and 10000 kW'],
    ['vehicles.0.maxKw', Number.POSITIVE_INFINITY, 'vehicles[0].maxKw: must be between 0 and 10000 kW'],
    ['vehicles.0.arriveSlot', 0.5, 'vehicles[0].arriveSlot: must be a whole number from 0'],
    ['vehicles.0.arriveSlot', -1, 'vehicles[0].arriveSlot: must be a whole number from 0'],
    ['vehicles.0.arriveSlot', 4, 'vehicles[0].arriveSlot: must be at most 3, the number of slots'],
    ['vehicles.0.departSlot', 4, 'vehicles[0].departSlot: must be at most 3, the number of slots'],
    ['vehicles.0.id', 7, 'vehicles[0].id: must be text'],
    ['vehicles.0', 'car', 'vehicles[0]: must be an object'],
    ['vehicles', [], 'vehicles: must hold a vehicle'],
    ['vehicles', {}, 'vehicles: must be an array'],
    ['vehicles', undefined, 'vehicles: is missing'],
    ['slots', [], 'slots: must hold at least one slot'],
    ['slots', undefined, 'slots: is missing'],
    ['slots.1.minutes', 30, 'slots[1].minutes: must be 15 or 60'],
    ['slots.1.minutes', '15', 'slots[1].minutes: must be 15 or 60'],
    ['slots.1.minutes', undefined, 'slots[1].minutes: is missing'],
    ['slots.1.importPrice', 'cheap', 'slots[1].importPrice: must be between -1000 and 1000 NOK/kWh'],
    ['slots.1.importPrice', 132700, 'slots[1].importPrice: must be between -1000 and 1000 NOK/kWh'],
    [
      'slots.1.start',
      '2026-01-12T17:15:00',
      'slots[1].start: must be a time with its UTC offset, like 2026-01-12T17:00:00+01:00',
    ],
    [
      'slots.1.start',
      'now',
      'slots[1].start: must be a time with its UTC offset, like 2026-01-12T17:00:00+01:00',
    ],
    ['slots.1.start', 1768237200000, 'slots[1].start: must be a time'],
    ['slots.1.start', '2026-01-12T17:30:00+01:00', 'slots[1].start: must be where slots[0] ends'],
    ['slots.1.start', '2026-01-12T17:00:00+01:00', 'slots[1].start: must be where slots[0] ends'],
    ['slots.0.baseLoadKw', -1, 'slots[0].baseLoadKw: must be between 0 and 10000 kW'],
    ['slots.0.solarKw', Number.POSITIVE_INFINITY, 'slots[0].solarKw: must be between 0 and 10000 kW'],
    ['slots.0.exportPrice', 1.328, 'slots[0].exportPrice: must not be above importPrice'],
    ['slots.1.exportPrice', 0, 'slots[1].exportPrice: must not be above importPrice'],
    ['slots.0.exportPrice', null, 'slots[0].exportPrice: must be between -1000 and 1000 NOK/kWh'],
    ['vehicles.0.minKw', -1, 'vehicles[0].minKw: must be between 0 and 10000 kW'],
    ['vehicles.0.minSoc', 20, 'vehicles[0].minSoc: must be between 0 and 1'],
    ['vehicles.0.ceilingSoc', 90, 'vehicles[0].ceilingSoc: must be between 0 and 1'],
    ['vehicles.0.slotMaxKw', [11], 'vehicles[0].slotMaxKw: must hold 3 powers, one for each slot'],
    ['vehicles.0.slotMaxKw', 11, 'vehicles[0].slotMaxKw: must be an array'],
    ['vehicles.0.slotMaxKw.1', -1, 'vehicles[0].slotMaxKw[1]: must be between 0 and 10000 kW'],
    [
      'vehicles.0.milestones.0.slot',
      4,
      'vehicles[0].milestones[0].slot: must be at most 3, the number of slots',
    ],
    ['vehicles.0.milestones.0.slot', -1, 'vehicles[0].milestones[0].slot: must be a whole number from 0'],
    ['vehicles.0.milestones.0.soc', 2, 'vehicles[0].milestones[0].soc: must be between 0 and 1'],
    ['vehicles.0.milestones.0', null, 'vehicles[0].milestones[0]: must be an object'],
    ['vehicles.0.milestones.0.kwh', 3, 'vehicles[0].milestones[0].kwh: unknown field'],
    ['vehicles.0.oneBlock', 'yes', 'vehicles[0].oneBlock: must be true or false'],
    ['vehicles.0.prefer', 'never', 'vehicles[0].prefer: must be early or late'],
    ['vehicles.0.discharge', true, 'vehicles[0].discharge: must be an object'],
    ['vehicles.0.discharge.efficiency', 0, 'vehicles[0].discharge.efficiency: must be above 0 and at most 1'],
    [
      'vehicles.0.discharge.wearNokPerKwh',
      -1,
      'vehicles[0].discharge.wearNokPerKwh: must be between 0 and 1000 NOK/kWh',
    ],
    ['vehicles.0.discharge.floorSoc', undefined, 'vehicles[0].discharge.floorSoc: is missing'],
    ['fuseKw', -1, 'fuseKw: must be between 0 and 10000 kW'],
    ['fuseKw', Number.NaN, 'fuseKw: must be between 0 and 10000 kW'],
    ['startPenaltyNok', -0.1, 'startPenaltyNok: must be between 0 and 1000000 NOK'],
    ['monthTopPeaksKw', 4, 'monthTopPeaksKw: must be an array'],
    ['monthTopPeaksKw.1', -1, 'monthTopPeaksKw[1]: must be between 0 and 10000 kW'],
    ['capacitySteps', {}, 'capacitySteps: must be an array'],
    ['capacitySteps.0', 2, 'capacitySteps[0]: must be an object'],
    ['capacitySteps.0.nokPerMonth', undefined, 'capacitySteps[0].nokPerMonth: is missing'],
    ['capacitySteps.1.uptoKw', 2, 'capacitySteps[1].uptoKw: must be above that of the step before'],
    ['capacitySteps.1.uptoKw', 1, 'capacitySteps[1].uptoKw: must be above that of the step before'],
    [
      'capacitySteps.1.nokPerMonth',
      149,
      'capacitySteps[1].nokPerMonth: must not be below that of the step before',
    ],
    ['slots.0.colour', 'red', 'slots[0].colour: unknown field'],
    ['vehicles.0.v2g', true, 'vehicles[0].v2g: unknown field'],
    ['weather', 'fine', 'weather: unknown field'],
  ])('with %s = %j is refused by name', (path, value, message) => {
    expect(messageFor(set(path, value))).toBe(message);
  });

  it('has at most eight vehicles, and names the wrong one', () => {
    const [vehicle] = aProblem().vehicles;
    expect(messageFor(set('vehicles', new Array(8).fill(vehicle)))).toBe('was accepted');
    expect(messageFor(set('vehicles', new Array(9).fill(vehicle)))).toBe(
      'vehicles: must hold at most 8 vehicles',
    );
    expect(messageFor(set('vehicles', [vehicle, { ...vehicle, departSlot: 4 }]))).toBe(
      'vehicles[1].departSlot: must be at most 3, the number of slots',
    );
  });

  it.each([
    ['capacitySteps', 51, 'capacitySteps: must hold at most 50 steps'],
    ['monthTopPeaksKw', 32, 'monthTopPeaksKw: must hold at most 31 peaks'],
    ['vehicles.0.milestones', 21, 'vehicles[0].milestones: must hold at most 20 milestones'],
  ])('with more in %s than anybody has is refused', (path, count, message) => {
    const [first] = path.split('.').reduce((at, key) => at[key], aProblem());
    expect(messageFor(set(path, new Array(count).fill(first)))).toBe(message);
  });

  it('may leave no sooner than it arrives', () => {
    const problem = set('vehicles.0.departSlot', 1);
    problem.vehicles[0].arriveSlot = 2;
    expect(messageFor(problem)).toBe('vehicles[0].departSlot: must not be before arriveSlot');
  });

  it('of more than 300 slots is refused', () => {
    const slots = Array.from({ length: 301 }, (_, i) => ({
      start: new Date(Date.UTC(2026, 0, 1) + i * 900_000).toISOString(),
      minutes: 15,
      importPrice: 1,
    }));
    const long = set('vehicles.0.slotMaxKw', undefined);
    expect(messageFor({ ...long, slots })).toBe('slots: must hold at most 300 slots');
    expect(messageFor({ ...long, slots: slots.slice(1) })).toBe('was accepted');
  });

  it('that is anything else is refused in one line that repeats none of it but a short field name', () => {
    for (const input of [null, 7, 'text', [], true, undefined])
      expect(messageFor(input)).toMatch(/^problem: /);
    expect(messageFor({ ...aProblem(), ['a\nb'.repeat(100)]: 1 })).toMatch(
      /^\["a\\nb.{0,60}"\]: unknown field$/,
    );
    expect(messageFor(JSON.parse('{"__proto__":{"slots":[]}}'))).toBe('slots: is missing');
    fc.assert(
      fc.property(fc.jsonValue(), (input) => {
        const message = messageFor(input);
        expect(message).not.toContain('\n');
        expect(message).toMatch(/^\S.*: /);
      }),
    );
  });
});
