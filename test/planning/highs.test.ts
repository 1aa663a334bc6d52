import { describe, expect, it } from 'vitest';
import { loadHighs, minimise } from '../../lib/planning/engines/highs-model.ts';
import { HighsProgram } from '../../lib/planning/engines/highs-program.ts';

const FREE = Number.POSITIVE_INFINITY;

describe('programs for HiGHS', () => {
  it('tells values and duals of a linear program', async () => {
    const program = new HighsProgram();
    const [x, y] = [program.column(0, 4, -3), program.column(0, FREE, -2)];
    program.row(-FREE, 5, [
      [x, 1],
      [y, 1],
    ]);
    program.row(1, FREE, [[y, 1]]);
    const answer = minimise(await loadHighs(), program);
    expect(answer).toMatchObject({ status: 'claimed', cost: -14 });
    expect([...(answer.values ?? [])]).toEqual([4, 1]);
    expect(answer.rowDuals?.[0]).toBeCloseTo(-2, 9);
  });

  it('begins a mixed-integer search with a given pattern, relaxes it, fixes columns', async () => {
    const highs = await loadHighs();
    const home = () => {
      const program = new HighsProgram();
      const [kwh, on] = [program.column(0, 4.5, 1), program.binary(0.3)];
      program.row(-FREE, 0, [
        [kwh, 1],
        [on, -4.5],
      ]);
      program.row(2.5, FREE, [[kwh, 1]]);
      return { program, on };
    };
    const mixed = home();
    const answer = minimise(highs, mixed.program, { start: { indices: [mixed.on], values: [1] } });
    expect(answer).toMatchObject({ status: 'claimed', cost: 2.8, rowDuals: null });
    const relaxed = home();
    relaxed.program.relax();
    expect(minimise(highs, relaxed.program).cost).toBeCloseTo(2.5 + (0.3 * 2.5) / 4.5, 9);
    const fixed = home();
    fixed.program.fix(fixed.on, 0);
    expect(minimise(highs, fixed.program)).toMatchObject({ status: 'infeasible', values: null });
  });

  it('ends after so many iterations, and where nothing is feasible', async () => {
    const highs = await loadHighs();
    const program = new HighsProgram();
    const columns = Array.from({ length: 200 }, (_, i) => program.column(0, 1, (i * 7) % 13));
    for (let i = 0; i < 100; i += 1) {
      program.row(
        0.5 + (i % 3),
        FREE,
        [0, 1, 2, 3, 4].map((k) => [columns[(i * 3 + k * 11) % 200] ?? 0, 1 + k] as const),
      );
    }
    const whole = minimise(highs, program);
    expect(whole.status).toBe('claimed');
    const early = minimise(highs, program, { iterations: 3 });
    expect(early).toMatchObject({ status: 'limited' });
    expect(early.units).toBeLessThan(whole.units);
    program.row(
      -FREE,
      10,
      columns.map((column) => [column, 1] as const),
    );
    expect(minimise(highs, program)).toMatchObject({ status: 'infeasible', rowDuals: null });
  });

  it('gives the memory of every program back', async () => {
    const highs = await loadHighs();
    const solve = () => {
      const program = new HighsProgram();
      const columns = Array.from({ length: 300 }, (_, i) => program.column(0, 1, i - 150));
      program.row(
        -FREE,
        100,
        columns.map((column) => [column, 1]),
      );
      minimise(highs, program);
    };
    for (let i = 0; i < 5; i += 1) solve();
    const before = highs.memoryBytes;
    for (let i = 0; i < 60; i += 1) solve();
    expect(highs.memoryBytes).toBe(before);
  });
});
