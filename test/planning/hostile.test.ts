import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Problem,
  ProblemError,
  parseProblem,
  planCharging,
  type Vehicle,
} from '../../lib/planning/index.ts';
import { problemOf, slotsOf } from './problems.ts';
import { anyHome, EVERYTHING } from './support/any-home.ts';
import { wrongInItself } from './support/compare.ts';
import { spoilt } from './support/spoil.ts';

const home = anyHome({ ...EVERYTHING, cars: [1, 2], slots: [4, 8], isOneBlock: true, feedsHouse: true });
/** As many cars and as long a night as come, planned with little work: not how good a plan is matters here, but that it holds. */
const large = anyHome({ ...EVERYTHING, cars: [1, 8], slots: [4, 96], isOneBlock: true, feedsHouse: true });
const LITTLE = { units: 2e4 };
const ONE_LINE = /^[^\s:][^\n:]*: [^\n]+$/;

const badNumber = fc.constantFrom(
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1, -15, -1e-9, -1e300, 0, -0, 0.5],
  ...[1e-300, 5e-324, 1e9, 1e300, Number.MAX_VALUE, 2 ** 53],
);
const nested = (depth: number): unknown => (depth === 0 ? [] : [nested(depth - 1)]);
const badValue = fc.oneof(
  badNumber,
  fc.constantFrom<unknown>(null, undefined, true, '', '1', 'NaN', [], {}, [[]], nested(500)),
  fc.constantFrom<unknown>(
    new Date(0),
    10n,
    Symbol('x'),
    () => 1,
    new Map(),
    new Array(5),
    Object.create(null),
  ),
  fc.jsonValue(),
);

/** The error's message, or the plan. Any other error goes on. */
async function planOf(problem: Problem, options: Parameters<typeof planCharging>[1] = {}) {
  try {
    return await planCharging(problem, options);
  } catch (error) {
    if (error instanceof ProblemError) return error.message;
    throw error;
  }
}

describe('a problem with hostile values', () => {
  it('is refused in one line that names a field, or read and then planned rightly', async () => {
    await fc.assert(
      fc.asyncProperty(spoilt(home, badValue), async ({ value }) => {
        let problem: Problem;
        try {
          problem = parseProblem(value);
        } catch (error) {
          expect(error).toBeInstanceOf(ProblemError);
          expect((error as ProblemError).message).toMatch(ONE_LINE);
          return;
        }
        expect(wrongInItself(problem, await planCharging(problem))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('that nobody has read is refused by planning itself, or planned rightly', async () => {
    await fc.assert(
      fc.asyncProperty(spoilt(home, badNumber, true), async ({ value }) => {
        const answer = await planOf(value);
        if (typeof answer === 'string') expect(answer).toMatch(ONE_LINE);
        else expect(wrongInItself(value, answer)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('that nobody has read is refused exactly where reading refuses it', async () => {
    await fc.assert(
      fc.asyncProperty(spoilt(home, badNumber, true), async ({ value }) => {
        const isRead = (() => {
          try {
            parseProblem(value);
            return true;
          } catch {
            return false;
          }
        })();
        expect(typeof (await planOf(value))).toBe(isRead ? 'object' : 'string');
      }),
      { numRuns: 300 },
    );
  });
});

/** As large or as small as parseProblem lets through. */
const extremes: Partial<Record<string, readonly number[]>> = {
  importPrice: [-1000, 1000, 1e-300, -1e-12],
  exportPrice: [-1000, -1e-300],
  baseLoadKw: [0, 10_000, 1e-300],
  solarKw: [0, 10_000, 1e-300],
  capacityKwh: [1e-300, 1e-9, 10_000],
  soc: [0, 1, 1e-300, 1 - 2 ** -53],
  targetSoc: [0, 1, 1e-300],
  minSoc: [0, 1, 1e-300],
  maxKw: [0, 1e-300, 1e-9, 10_000],
  minKw: [0, 1e-300, 10_000],
  efficiency: [1e-300, 1e-6, 1],
  ceilingSoc: [0, 1, 1e-300],
  fuseKw: [0, 1e-300, 10_000],
  startPenaltyNok: [0, 1e-300, 1_000_000],
};
const extreme = fc
  .tuple(home, fc.infiniteStream(fc.nat(30)))
  .map(
    ([problem, picks]) =>
      JSON.parse(JSON.stringify(problem), (name, value) => {
        const pick: number = typeof value === 'number' ? (picks.next().value ?? 0) : 30;
        return extremes[name]?.[pick] ?? value;
      }) as Problem,
  )
  .filter((problem) =>
    problem.slots.every(({ importPrice, exportPrice = -1000 }) => exportPrice <= importPrice),
  );

describe('a large problem', () => {
  it('is planned within its limits, however little work that may take', async () => {
    await fc.assert(
      fc.asyncProperty(spoilt(large, badNumber, true), async ({ value }) => {
        const answer = await planOf(value, LITTLE);
        if (typeof answer === 'string') expect(answer).toMatch(ONE_LINE);
        else expect(wrongInItself(value, answer)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a problem at the ends of what is allowed', () => {
  it('is planned within its limits, and the plan tells its own numbers', async () => {
    await fc.assert(
      fc.asyncProperty(extreme, async (problem) => {
        expect(parseProblem(problem)).toEqual(problem);
        expect(wrongInItself(problem, await planCharging(problem))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  const night = slotsOf([3, 1, 2, 4], 60);
  const [car] = problemOf(night).vehicles as [Vehicle];
  it.each<[string, Problem, object]>([
    ['whose fuse carries nothing', { ...problemOf(night), fuseKw: 0 }, { status: 'best-effort', costNok: 0 }],
    [
      'whose least power is above the most',
      problemOf(night, { minKw: 12 }),
      { status: 'best-effort', costNok: 0 },
    ],
    ['whose charger has no power', problemOf(night, { maxKw: 0 }), { status: 'best-effort', costNok: 0 }],
    ['that is never at home', problemOf(night, { arriveSlot: 2, departSlot: 2 }), { status: 'best-effort' }],
    ['that comes at the very end', problemOf(night, { arriveSlot: 4 }), { status: 'best-effort', starts: 0 }],
    ['that is full', problemOf(night, { soc: 1, targetSoc: 1 }), { status: 'optimal', costNok: 0 }],
    [
      'with a step of nothing',
      { ...problemOf(night), capacitySteps: [{ uptoKw: 0, nokPerMonth: 0 }] },
      { status: 'optimal' },
    ],
    [
      'of eight cars behind one fuse',
      { slots: night, vehicles: new Array(8).fill(car), fuseKw: 11 },
      { status: 'best-effort' },
    ],
  ])('%s is planned', async (_, problem, expected) => {
    const plan = await planCharging(parseProblem(problem));
    expect(plan).toMatchObject(expected);
    expect(wrongInItself(problem, plan)).toEqual([]);
  });
});

const command = join(import.meta.dirname, '../../bin/plan.ts');
async function run(input: string) {
  const args = ['--disable-warning=ExperimentalWarning', command, '--problem', '-', '--json'];
  const child = spawn(process.execPath, args);
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  return { out, err, code };
}

describe('the plan command', () => {
  const night = problemOf(slotsOf([3, 1, 2, 4], 60));
  const json = JSON.stringify(night);
  const many = JSON.stringify({ ...night, slots: slotsOf(new Array(10_000).fill(1)) });
  it.each([
    ['NaN', json.replace('"soc":0.31', '"soc":NaN'), '--problem: is not JSON'],
    ['infinity', json.replace('"soc":0.31', '"soc":1e999'), 'vehicles[0].soc: must be between 0 and 1'],
    ['minutes below 0', json.replace('"minutes":60', '"minutes":-60'), 'slots[0].minutes: must be 15 or 60'],
    ['10 000 slots', many, 'slots: must hold at most 300 slots'],
    [
      'a deadline in the past',
      json.replace('"arriveSlot":0,"departSlot":4', '"arriveSlot":3,"departSlot":1'),
      'vehicles[0].departSlot: must not be before arriveSlot',
    ],
    [
      'nesting without end',
      `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
      /^\[0\]\S*: must be an object$|^--problem: is not JSON$/,
    ],
    [
      'a field called __proto__',
      json.replace('"slots"', '"__proto__":{"fuseKw":1},"slots"'),
      /__proto__: unknown field$/,
    ],
  ])('answers %s with one line, exit 2 and no plan', async (_, input, line) => {
    const { out, err, code } = await run(input);
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err).toMatch(/^[^\n]+\n$/);
    if (typeof line === 'string') expect(err).toBe(`${line}\n`);
    else expect(err.trimEnd()).toMatch(line);
  });
});
