import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
    expect(plan).toEqual({ ...planCharging(night, { withWouldCost: true }), solveMs: plan.solveMs });
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

  it('helps', async () => {
    const { out, err, code } = await run(['--help']);
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(out).toContain('--problem FILE');
  });

  it.each([
    [
      'a wrong field',
      spoilt({ vehicles: [{ ...night.vehicles[0], soc: 1.2 }] }),
      'vehicles[0].soc: must be between 0 and 1\n',
    ],
    ['a field that is not built', spoilt({ fuseKw: 17.3 }), 'fuseKw: not built yet\n'],
    [
      'infinity',
      `{"slots":[{"start":"2026-01-12T17:00:00+01:00","minutes":15,"importPrice":1e999}],"vehicles":[]}`,
      'slots[0].importPrice: must be between -1000 and 1000 NOK/kWh\n',
    ],
    [
      'one wrong problem of several',
      `[${JSON.stringify(night)},${spoilt({ slots: [] })}]`,
      '[1].slots: must hold at least one slot\n',
    ],
    ['no JSON', '{"slots":', '--problem: is not JSON\n'],
    ['nothing', '', '--problem: is not JSON\n'],
  ])('answers %s with one line that names the field, exit 2 and no plan', async (_, input, line) => {
    expect(await run(['--problem', '-', '--json'], input)).toEqual({ out: '', err: line, code: 2 });
  });

  it.each([
    [[], '--problem: is missing (a file, or - for standard input)\n'],
    [['--problem', '/no/such/file.json'], '--problem: no such file\n'],
    [['--problem', tmpdir()], '--problem: the file cannot be read\n'],
    [['--problem', '-', '--speed'], "Unknown option '--speed' (see --help)\n"],
    [['--problem'], "Option '--problem <value>' argument missing (see --help)\n"],
    [['--problem', '-', '--engine', 'magic'], '--engine: must be auto, greedy or lp\n'],
    [['problem.json'], "Unexpected argument 'problem.json' (see --help)\n"],
  ])('answers the options %j with one line and exit 2', async (args, line) => {
    expect(await run(args)).toEqual({ out: '', err: line, code: 2 });
  });
});
