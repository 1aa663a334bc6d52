import { isoLocal } from '../../lib/time/index.ts';
import type { Home } from '../home/find-home.ts';
import { progressBar } from '../progress-bar.ts';
import { UsageError } from '../usage-error.ts';
import type { Market } from './market.ts';
import { type MonthAnswer, monthAnswer } from './month-answer.ts';
import { homeMonths } from './month-homes.ts';
import { checkLoads, readLoads } from './month-loads.ts';
import type { MonthCommand } from './month-options.ts';
import { monthStepsOf } from './month-steps-of.ts';
import type { Session } from './session.ts';

interface Told {
  readonly home: Home;
  readonly market: Market;
  readonly sessions: readonly Session[];
  readonly maxKw: number;
}

/** Reads and checks what the home-months of the command line need; what is given back lives them, with a progress bar. Throws UsageError. */
export async function monthRun(
  command: MonthCommand,
  { home, market, sessions, maxKw }: Told,
): Promise<() => Promise<MonthAnswer>> {
  const all = homeMonths(sessions, market);
  const half =
    command.half === null ? all : all.filter((_, i) => (i % 2 === 0) === (command.half === 'tuning'));
  const homes = half.slice(0, command.homeMonths ?? half.length);
  if (homes.length === 0)
    throw new UsageError('--sessions: no user has a month of eight sessions where prices are');
  const firstDate = isoLocal(market.span.fromAt).slice(0, 10);
  const world = {
    ...{ market, maxKw, fuseKw: command.fuseKw, meter: command.meter },
    steps: monthStepsOf(home, firstDate),
    houseKw: await readLoads(command.loads, command.loadMeanKw, market.span.fromAt),
  };
  checkLoads(world.houseKw, homes);
  const { key } = home.gridOwner;
  return async () => {
    const bar = progressBar(process.stderr, homes.length);
    const options = {
      steps: key,
      withOptimum: command.withOptimum,
      withProof: command.withProof,
      onHome: bar.advance,
    };
    const answer = await monthAnswer(homes, world, options);
    bar.end();
    return answer;
  };
}
