import { expect, it } from 'vitest';
import { levelled } from '../../lib/charging/levelled.ts';
import { checkPlan } from '../../lib/planning/index.ts';
import { aHomeProblem, stretches } from './support/a-home-problem.ts';

const flat = stretches([16, 50]);
const row = (...kw: number[]) => [...kw, ...new Array<number>(16 - kw.length).fill(0)];

it('one current an hour instead of several, for the same energy and cost', () => {
  const home = aHomeProblem(flat);
  const before = [row(0, 0, 0, 0, 10, 6, 8, 4)];
  const after = levelled(home, before);
  expect(after[0]?.slice(4, 8)).toEqual([7, 7, 7, 7]);
  expect(checkPlan(home.problem, after).costNok).toBeCloseTo(checkPlan(home.problem, before).costNok, 9);
});

it('hours of two prices, and two hours, keep each their own energy', () => {
  const home = aHomeProblem([...stretches([6, 50], [2, 80]), ...stretches([8, 50])]);
  expect(levelled(home, [row(0, 0, 0, 0, 10, 6, 8, 4, 11, 7)])[0]?.slice(4, 10)).toEqual([8, 8, 6, 6, 9, 9]);
});

it('two cars behind a fuse are levelled together, where one alone would draw too much', () => {
  const home = aHomeProblem(flat, { fuseKw: 17, loadKw: () => 2 }, [{}, {}]);
  const turns = [row(0, 0, 0, 0, 10, 5, 10, 5), row(0, 0, 0, 0, 5, 10, 5, 10)];
  expect(checkPlan(home.problem, turns).violations).toEqual([]);
  const after = levelled(home, turns);
  expect(after.map((car) => car.slice(4, 8))).toEqual([stretches([4, 7.5]), stretches([4, 7.5])]);
});

it('nothing is levelled below what a car can take, nor where it would cost a step of the fee', () => {
  const home = aHomeProblem(flat);
  const little = [row(0, 0, 0, 0, 4, 4, 4, 1)];
  expect(levelled(home, little)).toEqual(little);
  const across = [row(0, 0, 0, 11, 11)];
  expect(levelled(home, across)).toEqual(across);
});
