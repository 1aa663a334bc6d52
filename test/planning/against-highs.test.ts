import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planCharging } from '../../lib/planning/index.ts';
import { anyHome } from './support/any-home.ts';
import { comparePlan } from './support/compare.ts';
import { CLASSES } from './support/home-classes.ts';

/** Few thresholds are met exactly, even by numbers with few digits: more would mean that the comparison has become blunt. */
const MOST_BORDERLINE = 0.05;

describe('a plan of a generated home is what HiGHS says is best:', () => {
  it.each(CLASSES)(
    '%s',
    async (name, kind, numRuns) => {
      let [planned, bounded, borderline] = [0, 0, 0];
      const home = fc.asyncProperty(anyHome(kind), async (problem) => {
        const plan = await planCharging(problem);
        const compared = comparePlan(problem, plan);
        planned += 1;
        bounded += plan.status === 'bounded' ? 1 : 0;
        borderline += compared.isBorderline ? 1 : 0;
        expect(compared.wrong).toEqual([]);
      });
      const run = await fc.check(home, { numRuns });
      const share = (count: number) => `${((100 * count) / planned).toFixed(1)} %`;
      process.stdout.write(
        `${name}: seed ${run.seed}, ${planned} planned, ${share(bounded)} bounded, ${share(borderline)} borderline\n`,
      );
      if (run.failed) throw new Error(`${name}: ${fc.defaultReportMessage(run)}`);
      expect(borderline).toBeLessThanOrEqual(Math.max(2, MOST_BORDERLINE * planned));
    },
    180_000,
  );
});
