import { describe, expect, it } from 'vitest';
import { type Plan, planCharging } from '../../lib/planning/index.ts';
import { isoLocal } from '../../lib/time/index.ts';
import { problemOf } from '../planning/problems.ts';
import { runCommand } from './support/run-command.ts';

const spot = [0.3, 0.9, 0.8, 0.8, 0.7, 0.6, 0.6, 0.5, 0.5, 0.35, 0.5, 0.5, 0.6, 0.31];
const nightFrom = (firstAt: number) =>
  problemOf(
    spot.map((importPrice, i) => ({
      start: isoLocal(firstAt + i * 3_600_000),
      minutes: 60 as const,
      importPrice,
    })),
    { soc: 0.6, maxKw: 7.2 },
  );
const night = nightFrom(Date.UTC(2026, 10, 11, 16));
const elvia = ['--postcode', '0150', '--grid', 'elvia'];
const plan = (args: readonly string[], problem: object = night) =>
  runCommand('plan', ['--problem', '-', ...args], JSON.stringify(problem));

describe('the plan command for a home', () => {
  it('plans on what the home really pays, and says first what decided', async () => {
    const { out, err, code } = await plan([...elvia, '--contract', 'norgespris', '--json']);
    expect({ err, code }).toEqual({ err: '', code: 0 });
    const made: Plan = JSON.parse(out);
    const known = await planCharging(night, { withWouldCost: true });
    expect(Object.keys(made)).toEqual(Object.keys(known));
    expect(made.powerKw).not.toEqual(known.powerKw);
    expect(made.explanation[0]).toBe(
      'Norgespris: nothing to gain on spot; charging at these hours saves 0.15 kr/kWh in grid tariff.',
    );
  });

  it('draws what the prices are made of, and which rates are assumed', async () => {
    const { out, code } = await plan(elvia, [night, nightFrom(Date.UTC(2027, 0, 12, 16))]);
    expect(code).toBe(0);
    const [known, unknown] = out.split('\n\n NOK/kWh');
    expect(known).toContain('█ power after support  ▒ grid tariff  ░ taxes and VAT');
    expect(known).toContain('price     Spot, Elvia AS in NO1, with VAT: power after support 0.30 to 0.78');
    expect(known).not.toContain('assumed');
    expect(unknown).toContain('assumed   Not known for this time');
    expect(out).not.toContain('\u001b');
  });

  it('tells unknown rates among the reasons in JSON', async () => {
    const { out } = await plan([...elvia, '--json'], nightFrom(Date.UTC(2027, 0, 12, 16)));
    expect(JSON.parse(out).explanation.at(-1)).toMatch(/^Not known for this time, .*electricity tax/);
  });

  it('says that there is no such home, and that a grid tariff is left out', async () => {
    const cabins = ['--grid', 'area-alle', '--area', 'NO1', '--tax-zone', 'sor'];
    const [drawn, json] = await Promise.all([plan(cabins), plan([...cabins, '--json'])]);
    expect(drawn.out).toContain(
      'note      Area Nett AS - Alle områder has no household tariff: the grid part',
    );
    expect(drawn.out).not.toContain('assumed');
    expect(JSON.parse(json.out).explanation.at(-1)).toMatch(/the grid part is left out\.$/);
  });

  it('weighs the grid owner’s capacity steps where the month’s peaks are told, with VAT, and says so where they are not', async () => {
    const cars = {
      ...night,
      vehicles: [
        { ...night.vehicles[0], maxKw: 11 },
        { ...night.vehicles[0], id: 'car-2', maxKw: 11 },
      ],
    };
    const [told, untold] = await Promise.all([
      plan([...elvia, '--month-peaks', '4.8,4.6,4.9', '--fuse', '25A'], cars),
      plan([...elvia, '--json'], cars),
    ]);
    expect(told.out).toContain(
      " capacity  the month's demand goes from 4.77 to 5 kW, still in the step up to",
    );
    // Elvia from July 2026: 4 032 kr a year from 5 kW on, 2 400 below, and VAT: (4 032 − 2 400) / 12 · 1.25.
    expect(told.out.replaceAll(/\n {11}/g, ' ')).toContain('the next one costs 170.00 NOK more');
    const made: Plan = JSON.parse(untold.out);
    expect(made.parts.capacityNok).toBe(0);
    expect(made.explanation.at(-1)).toMatch(/^The capacity fee is not weighed: /);
    expect(made.explanation[0]).toMatch(/^Charging at these hours saves .* kr\/kWh/);
  });

  it.each([
    [['--postcode', '0150'], '--postcode: goes with --contract or --grid\n'],
    [['--kwh-this-month', '10'], '--kwh-this-month: goes with --contract or --grid\n'],
    [['--contract', 'spot'], '--postcode: is missing (or --metering-point, or --area and --tax-zone)\n'],
    [['--grid', 'elvja'], '--grid: is no known grid owner; did you mean elvia?\n'],
  ])('answers %j with one line and exit 2', async (args, line) => {
    expect(await plan([...args, '--json'])).toEqual({ out: '', err: line, code: 2 });
  });
});
