import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOptions } from '../../bin/plan/read-options.ts';
import { readProblems } from '../../bin/plan/read-problems.ts';
import { type Plan, planCharging } from '../../lib/planning/index.ts';
import { problemOf, slotsOf } from './problems.ts';

const command = join(import.meta.dirname, '../../bin/plan.ts');
const night = problemOf(slotsOf([1.5, 1.4, 0.9, 0.5, 0.45, 0.6, 1.1, 1.2], 60), { soc: 0.5, targetSoc: 0.7 });
let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plan-'));
  file = join(folder, 'problem.json');
  await writeFile(file, JSON.stringify(night));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(args: string[], input = '') {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', command, ...args]);
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  return { out, err, code };
}

const spoilt = (change: object) => JSON.stringify({ ...night, ...change });

describe('the plan command', () => {
  it('prints the plan of a file as JSON', async () => {
    const { out, err, code } = await run(['--problem', file, '--json']);
    expect({ err, code }).toEqual({ err: '', code: 0 });
    const plan: Plan = JSON.parse(out);
    expect(plan).toEqual({ ...(await planCharging(night, { withWouldCost: true })), solveMs: plan.solveMs });
    expect(plan).toMatchObject({ status: 'optimal', solver: 'greedy', gapNok: 0 });
    expect(plan.solveMs).toBeGreaterThan(0);
  });

  it('reads standard input, and answers an array with an array', async () => {
    const other = problemOf(slotsOf([1, 1]), {});
    const { out, code } = await run(['--problem', '-', '--json'], JSON.stringify([night, other]));
    const plans: Plan[] = JSON.parse(out);
    expect(code).toBe(0);
    expect(plans.map(({ status }) => status)).toEqual(['optimal', 'best-effort']);
    expect(JSON.parse((await run(['--problem', '-', '--json'], '[]')).out)).toEqual([]);
  });

  it('draws the plan, without colour where it is no terminal', async () => {
    const { out, code } = await run(['--problem', file]);
    expect(code).toBe(0);
    expect(out).toContain('━━');
    expect(out).toContain('optimal: no plan can cost less than');
    expect(out).not.toContain('\u001b');
  });

  it('lets the engine be chosen', async () => {
    const { out } = await run(['--problem', file, '--json', '--engine', 'lp']);
    expect(JSON.parse(out)).toMatchObject({ status: 'optimal', solver: 'lp' });
  });

  it('plans several cars behind one fuse, without prices of wishes where they are not asked for', async () => {
    const home = { ...night, vehicles: [night.vehicles[0], { ...night.vehicles[0], id: 'car-2' }] };
    const { out } = await run(
      ['--problem', '-', '--json', '--no-what-if', '--fuse', '25A'],
      JSON.stringify(home),
    );
    const { powerKw, wouldCost }: Plan = JSON.parse(out);
    expect(wouldCost).toEqual([]);
    const together = home.slots.map((_, t) => powerKw.reduce((sum, row) => sum + (row[t] ?? 0), 0));
    expect(Math.max(...together)).toBeCloseTo(17.32, 6);
  });

  it('weighs the capacity steps with the month’s peaks that are told', async () => {
    const steps = { capacitySteps: [{ uptoKw: 5, nokPerMonth: 250 }, { uptoKw: 10, nokPerMonth: 420 }] }; // biome-ignore format: one line
    const { out } = await run(
      ['--problem', '-', '--month-peaks', '5, 4.5,5'],
      JSON.stringify({ ...night, ...steps }),
    );
    expect(out).toContain("capacity  the month's demand");
    expect(out).toContain('still in the step up to');
  });

  it('helps', async () => {
    const { out, err, code } = await run(['--help']);
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(out).toContain('--problem FILE');
  });

  it.each([
    [
      ['--problem', '-', '--json'],
      spoilt({ vehicles: [{ ...night.vehicles[0], soc: 1.2 }] }),
      'vehicles[0].soc: must be between 0 and 1\n',
    ],
    [['--problem', '-', '--fuse', 'big'], '', '--fuse: must be a number from 1 to 400\n'],
  ])(
    'answers what is wrong with one line that names it, exit 2 and no plan: %j',
    async (args, input, line) => {
      expect(await run(args, input)).toEqual({ out: '', err: line, code: 2 });
    },
  );
});

describe('what the command reads', () => {
  it.each([
    ['an unknown field', spoilt({ fuse: 17.3 }), 'fuse: unknown field'],
    [
      'infinity',
      `{"slots":[{"start":"2026-01-12T17:00:00+01:00","minutes":15,"importPrice":1e999}],"vehicles":[]}`,
      'slots[0].importPrice: must be between -1000 and 1000 NOK/kWh',
    ],
    [
      'one wrong problem of several',
      `[${JSON.stringify(night)},${spoilt({ slots: [] })}]`,
      '[1].slots: must hold at least one slot',
    ],
    ['no JSON', '{"slots":', '--problem: is not JSON'],
    ['nothing', '', '--problem: is not JSON'],
  ])('is refused with the field’s name where it is %s', async (_, input, line) => {
    const wrong = join(folder, 'wrong.json');
    await writeFile(wrong, input);
    await expect(readProblems(wrong)).rejects.toThrow(line);
  });

  it('is a file that can be read', async () => {
    await expect(readProblems('/no/such/file.json')).rejects.toThrow('--problem: no such file');
    await expect(readProblems(tmpdir())).rejects.toThrow('--problem: the file cannot be read');
  });

  it.each([
    [[], '--problem: is missing (a file, or - for standard input)'],
    [['--problem', '-', '--speed'], "Unknown option '--speed' (see --help)"],
    [['--problem'], "Option '--problem <value>' argument missing (see --help)"],
    [['--problem', '-', '--engine', 'magic'], '--engine: must be auto, greedy, lp or milp'],
    [['--problem', '-', '--fuse', '25A', '--net', 'TT'], '--net: must be TN (400 V) or IT (230 V)'],
    [['--problem', '-', '--net', 'IT'], '--net: goes with --fuse'],
    [['--problem', '-', '--phases', '1'], '--phases: goes with --fuse'],
    [['--problem', '-', '--fuse', '25A', '--phases', '2'], '--phases: must be 1 or 3'],
    [['--problem', '-', '--month-peaks', '4.1;3.8'], '--month-peaks: must be a number from 0 to 1000'],
    [['problem.json'], "Unexpected argument 'problem.json' (see --help)"],
  ])('are options that mean something: %j', (args, line) => {
    expect(() => readOptions(args)).toThrow(line);
  });

  it('is a main fuse in amperes: √3 times 400 V or 230 V, or one phase of 230 V', () => {
    const fuseKw = (...args: string[]) => {
      const options = readOptions(['--problem', '-', '--fuse', ...args]);
      return options === 'help' ? null : options.fuseKw;
    };
    expect(fuseKw('25A')).toBe(17.32);
    expect(fuseKw('25', '--net', 'it')).toBe(9.959);
    expect(fuseKw('25 A', '--phases', '1')).toBe(5.75);
  });
});
