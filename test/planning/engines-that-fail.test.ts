import fc from 'fast-check';
import simplex from 'javascript-lp-solver';
import { describe, expect, it } from 'vitest';
import { lpByTableau, lpWithin } from '../../lib/planning/engines/lp.ts';
import { PivotLimitError, withPivotLimit } from '../../lib/planning/engines/pivot-limit.ts';
import {
  chargeAtOnce,
  checkPlan,
  type Engine,
  greedy,
  lp,
  type Model,
  modelOf,
  planCharging,
} from '../../lib/planning/index.ts';
import { anyProblem, problemOf, slotsOf } from './problems.ts';

const night = problemOf(slotsOf([3, 3, 3, 3, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2]), {
  soc: 0.7,
  departSlot: 14,
});
const best = await planCharging(night);

/** An engine that answers this row for the one car. */
const answering = (solve: (model: Model) => unknown): Engine => ({
  name: 'greedy',
  solve: (model) => ({ powerKw: [solve(model)] }) as ReturnType<Engine['solve']>,
});
const answeringRaw = (answer: unknown): Engine => ({
  name: 'greedy',
  solve: () => answer as ReturnType<Engine['solve']>,
});
const right = (model: Model): number[] => {
  const answer = greedy.solve(model);
  return answer === null || answer instanceof Promise ? [] : [...(answer.powerKw[0] ?? [])];
};
const slow = (answer: () => Promise<null>): Engine => ({ name: 'greedy', solve: answer });
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
  ['answers nothing', answeringRaw(undefined)],
  ['answers a row of nothing', answering(() => undefined)],
  ['answers for no car', answeringRaw({ powerKw: [] })],
  ['answers an object for a row', answering(() => ({}))],
  ['fails later', slow(() => Promise.reject(new Error('x')))],
  ['answers NaN', answering((model) => right(model).map(() => Number.NaN))],
  ['answers infinity', answering((model) => right(model).map(() => Number.POSITIVE_INFINITY))],
  ['answers text', answering((model) => right(model).map(String))],
  ['answers with holes', answering((model) => new Array(model.slotCount))],
  ['answers too few slots', answering((model) => right(model).slice(1))],
  ['answers too many slots', answering((model) => [...right(model), 0])],
  ['charges above the maximum', answering((model) => right(model).map((kw) => kw * 1.01))],
  ['discharges', answering((model) => right(model).map((kw) => (kw > 0 ? kw : -0.1)))],
  ['charges after departure', answering((model) => right(model).with(-1, 1))],
  ['overfills the battery', answering((model) => right(model).map((_, t) => (t < 14 ? 11 : 0)))],
  ['charges too little', answering((model) => right(model).map((kw) => kw * 0.9))],
  ['runs in circles', { ...lpWithin(0), name: 'greedy' }],
];

describe('an engine that', () => {
  it.each(broken)('%s is passed over, named, and the next one’s plan comes', async (_, engine) => {
    const plan = await planCharging(night, { engines: [engine, lp] });
    expect(plan).toMatchObject({ status: 'optimal', solver: 'lp', costNok: best.costNok });
    expect(plan.explanation[0]).toMatch(/^The greedy engine was passed over: /);
  });

  it.each(broken)(
    '%s and is the only one leaves the car charging at once, and says so',
    async (_, engine) => {
      const plan = await planCharging(night, { engines: [engine] });
      expect(plan).toMatchObject({ status: 'bounded', solver: 'none', shortfallKwh: 0 });
      expect(plan.costNok).toBeCloseTo(checkPlan(night, chargeAtOnce(night)).costNok, 6);
      expect(plan.gapNok).toBeCloseTo(plan.costNok - best.costNok, 5);
      expect(plan.explanation.join(' ')).toContain('charges at once');
    },
  );

  it('answers a dear plan gets it told with its gap, unless another does better', async () => {
    const dear = answering(({ problem }) => chargeAtOnce(problem)[0]);
    const alone = await planCharging(night, { engines: [dear] });
    expect(alone.status).toBe('bounded');
    expect(alone.gapNok).toBeGreaterThan(1);
    expect(await planCharging(night, { engines: [dear, lp] })).toMatchObject({
      status: 'optimal',
      solver: 'lp',
    });
    const deadEnd = answering(() => {
      throw new Error();
    });
    expect(await planCharging(night, { engines: [dear, deadEnd] })).toMatchObject({
      status: 'bounded',
      solver: 'greedy',
    });
  });

  it('answers a dearer plan than the one before does not replace it', async () => {
    const middling = answering((model) => right(model).map((_, t) => (t >= 8 && t < 11 ? 10 : 0)));
    const dear = answering(({ problem }) => chargeAtOnce(problem)[0]);
    const { costNok } = await planCharging(night, { engines: [middling] });
    expect(costNok).toBeLessThan((await planCharging(night, { engines: [dear] })).costNok);
    expect((await planCharging(night, { engines: [middling, dear] })).costNok).toBe(costNok);
    const best = await planCharging(night, { engines: [dear, middling] });
    expect(best.costNok).toBe(costNok);
    expect(best.explanation.join(' ')).toContain('though it could take more where it is cheaper');
  });

  it('comes after a proved answer is not asked', async () => {
    let asked = 0;
    const counting = answering((model) => {
      asked += 1;
      return right(model);
    });
    await planCharging(night, { engines: [greedy, counting] });
    expect(asked).toBe(0);
    await planCharging(night, { engines: [counting] });
    expect(asked).toBe(1);
  });

  it('is nobody at all leaves the car charging at once', async () => {
    expect(await planCharging(night, { engines: [] })).toMatchObject({ solver: 'none', shortfallKwh: 0 });
  });

  it('answers anything at all never gets a plan out that breaks a limit or claims too much', async () => {
    const anything = fc.oneof(
      fc.array(fc.oneof(fc.double(), fc.double({ min: -1, max: 12 })), { maxLength: 40 }),
      fc.constant(undefined),
    );
    await fc.assert(
      fc.asyncProperty(anyProblem(20), anything, fc.boolean(), async (problem, answer, fit) => {
        const shaped = fit && answer ? problem.slots.map((_, t) => answer[t] ?? 0) : answer;
        const plan = await planCharging(problem, { engines: [answering(() => shaped)] });
        const honest = await planCharging(problem);
        expect(checkPlan(problem, plan.powerKw).violations).toEqual([]);
        expect(plan.shortfallKwh).toBeLessThanOrEqual(honest.shortfallKwh + 1e-4);
        if (plan.status !== 'bounded') expect(plan.costNok).toBeLessThanOrEqual(honest.costNok + 1e-3);
        expect(JSON.stringify(plan)).not.toContain('null');
      }),
      { numRuns: 1000 },
    );
  });

  it('gives a number that is no number in the problem itself is not asked: the field is named', async () => {
    const slots = slotsOf([1, Number.NaN]);
    await expect(planCharging(problemOf(slots))).rejects.toThrow(
      'slots[1].importPrice: must be between -1000 and 1000 NOK/kWh',
    );
    await expect(planCharging(problemOf(slotsOf([1]), { soc: Number.NaN }))).rejects.toThrow(
      'vehicles[0].soc',
    );
  });
});

describe('the linear program’s pivot limit', () => {
  const prototype = (simplex as unknown as { Tableau: { prototype: { pivot: unknown } } }).Tableau.prototype;

  it('ends our own solver', () => {
    expect(() => lpWithin(0).solve(modelOf(night))).toThrow('too many pivots');
  });

  it('ends the library’s solve that takes too many pivots, and puts the library back', () => {
    const { pivot } = prototype;
    const tooMany = () => lpByTableau.solve(modelOf(night));
    expect(() => withPivotLimit(0, tooMany)).toThrow(PivotLimitError);
    expect(prototype.pivot).toBe(pivot);
    expect(tooMany()).toMatchObject({ powerKw: [{ length: night.slots.length }] });
  });

  it('counts anew for every solve', () => {
    expect(withPivotLimit(1, () => 'done')).toBe('done');
    for (let i = 0; i < 50; i += 1) expect(() => lpByTableau.solve(modelOf(night))).not.toThrow();
  });
});
