import fc from 'fast-check';
import simplex from 'javascript-lp-solver';
import { describe, expect, it } from 'vitest';
import { lpEngine } from '../../lib/planning/engines/lp.ts';
import { PivotLimitError, withPivotLimit } from '../../lib/planning/engines/pivot-limit.ts';
import {
  chargeAtOnce,
  checkPlan,
  type Engine,
  greedy,
  lp,
  type Problem,
  planCharging,
} from '../../lib/planning/index.ts';
import { anyProblem, problemOf, slotsOf } from './problems.ts';

const night = problemOf(slotsOf([3, 3, 3, 3, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2]), {
  soc: 0.7,
  departSlot: 14,
});
const best = planCharging(night);

const answering = (solve: (problem: Problem) => unknown): Engine => ({
  name: 'greedy',
  solve: solve as Engine['solve'],
});
const right = (problem: Problem) => greedy.solve(problem);
const broken: [string, Engine][] = [
  [
    'throws',
    answering(() => {
      throw new TypeError('x');
    }),
  ],
  [
    'throws something that is no error',
    answering(() => {
      throw null;
    }),
  ],
  ['answers nothing', answering(() => undefined)],
  ['answers an object', answering(() => ({ powerKw: [] }))],
  ['answers NaN', answering((problem) => right(problem).map(() => Number.NaN))],
  ['answers infinity', answering((problem) => right(problem).map(() => Number.POSITIVE_INFINITY))],
  ['answers text', answering((problem) => right(problem).map(String))],
  ['answers with holes', answering((problem) => new Array(problem.slots.length))],
  ['answers too few slots', answering((problem) => right(problem).slice(1))],
  ['answers too many slots', answering((problem) => [...right(problem), 0])],
  ['charges above the maximum', answering((problem) => right(problem).map((kw) => kw * 1.01))],
  ['discharges', answering((problem) => right(problem).map((kw) => (kw > 0 ? kw : -0.1)))],
  ['charges after departure', answering((problem) => right(problem).with(-1, 1))],
  ['overfills the battery', answering((problem) => right(problem).map((_, t) => (t < 14 ? 11 : 0)))],
  ['charges too little', answering((problem) => right(problem).map((kw) => kw * 0.9))],
  ['runs in circles', answering((problem) => lpEngine(1).solve(problem))],
];

describe('an engine that', () => {
  it.each(broken)('%s is passed over, named, and the next one’s plan comes', (_, engine) => {
    const plan = planCharging(night, { engines: [engine, lp] });
    expect(plan).toMatchObject({ status: 'optimal', solver: 'lp', costNok: best.costNok });
    expect(plan.explanation[0]).toMatch(/^The greedy engine was passed over: /);
  });

  it.each(broken)('%s and is the only one leaves the car charging at once, and says so', (_, engine) => {
    const plan = planCharging(night, { engines: [engine] });
    expect(plan).toMatchObject({ status: 'bounded', solver: 'none', shortfallKwh: 0 });
    expect(plan.costNok).toBeCloseTo(checkPlan(night, chargeAtOnce(night)).costNok, 6);
    expect(plan.gapNok).toBeCloseTo(plan.costNok - best.costNok, 5);
    expect(plan.explanation.join(' ')).toContain('charges at once');
  });

  it('answers a dear plan gets it told with its gap, unless another does better', () => {
    const dear = answering((problem) => chargeAtOnce(problem)[0]);
    const alone = planCharging(night, { engines: [dear] });
    expect(alone.status).toBe('bounded');
    expect(alone.gapNok).toBeGreaterThan(1);
    expect(planCharging(night, { engines: [dear, lp] })).toMatchObject({ status: 'optimal', solver: 'lp' });
    const deadEnd = answering(() => {
      throw new Error();
    });
    expect(planCharging(night, { engines: [dear, deadEnd] })).toMatchObject({
      status: 'bounded',
      solver: 'greedy',
    });
  });

  it('answers a dearer plan than the one before does not replace it', () => {
    const middling = answering((problem) => right(problem).map((_, t) => (t >= 8 && t < 11 ? 10 : 0)));
    const dear = answering((problem) => chargeAtOnce(problem)[0]);
    const { costNok } = planCharging(night, { engines: [middling] });
    expect(costNok).toBeLessThan(planCharging(night, { engines: [dear] }).costNok);
    expect(planCharging(night, { engines: [middling, dear] }).costNok).toBe(costNok);
    const best = planCharging(night, { engines: [dear, middling] });
    expect(best.costNok).toBe(costNok);
    expect(best.explanation.join(' ')).toContain('but a cheaper slot was left');
  });

  it('comes after a proved answer is not asked', () => {
    let asked = 0;
    const counting = answering((problem) => {
      asked += 1;
      return right(problem);
    });
    planCharging(night, { engines: [greedy, counting] });
    expect(asked).toBe(0);
    planCharging(night, { engines: [counting] });
    expect(asked).toBe(1);
  });

  it('is nobody at all leaves the car charging at once', () => {
    expect(planCharging(night, { engines: [] })).toMatchObject({ solver: 'none', shortfallKwh: 0 });
  });

  it('answers anything at all never gets a plan out that breaks a limit or claims too much', () => {
    const anything = fc.oneof(
      fc.array(fc.oneof(fc.double(), fc.double({ min: -1, max: 12 })), { maxLength: 40 }),
      fc.constant(undefined),
    );
    fc.assert(
      fc.property(anyProblem(20), anything, fc.boolean(), (problem, answer, fit) => {
        const shaped = fit && answer ? problem.slots.map((_, t) => answer[t] ?? 0) : answer;
        const plan = planCharging(problem, { engines: [answering(() => shaped)] });
        const honest = planCharging(problem);
        expect(checkPlan(problem, plan.powerKw).violations).toEqual([]);
        expect(plan.shortfallKwh).toBeLessThanOrEqual(honest.shortfallKwh + 1e-4);
        if (plan.status !== 'bounded') expect(plan.costNok).toBeLessThanOrEqual(honest.costNok + 1e-3);
        expect(JSON.stringify(plan)).not.toContain('null');
      }),
      { numRuns: 1000 },
    );
  });

  it('gives a number that is no number in the problem itself is not asked: the field is named', () => {
    const slots = slotsOf([1, Number.NaN]);
    expect(() => planCharging(problemOf(slots))).toThrow('slots[1].importPrice: must be a finite number');
    expect(() => planCharging(problemOf(slotsOf([1]), { soc: Number.NaN }))).toThrow('vehicles[0].soc');
  });
});

describe('the linear program’s pivot limit', () => {
  it('ends a solve that takes too many pivots, and puts the solver back', () => {
    const { pivot } = (simplex as unknown as { Tableau: { prototype: { pivot: unknown } } }).Tableau
      .prototype;
    expect(() => lpEngine(2).solve(night)).toThrow(PivotLimitError);
    expect(
      (simplex as unknown as { Tableau: { prototype: { pivot: unknown } } }).Tableau.prototype.pivot,
    ).toBe(pivot);
    expect(lp.solve(night)).toHaveLength(night.slots.length);
  });

  it('counts anew for every solve', () => {
    expect(withPivotLimit(1, () => 'done')).toBe('done');
    for (let i = 0; i < 50; i += 1) expect(() => lp.solve(night)).not.toThrow();
  });
});
