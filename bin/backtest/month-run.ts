import { isoLocal } from '../../lib/time/index.ts';
import type { Home } from '../home/find-home.ts';
import type { Market } from './market.ts';
import { type MonthAnswer, monthAnswer } from './month-answer.ts';
import { homeMonths } from './month-homes.ts';
import { readLoads } from './month-loads.ts';
import type { MonthCommand } from './month-options.ts';
import { monthStepsOf } from './month-steps-of.ts';
import { progressBar } from './progress-bar.ts';
import type { Session } from './session.ts';

interface Told {
  readonly home: Home;
  readonly market: Market;
  readonly sessions: readonly Session[];
  readonly maxKw: number;
}

/** The home-months that the command line asks for, with a progress bar. */
export async function monthRun(
  command: MonthCommand,
  { home, market, sessions, maxKw }: Told,
): Promise<MonthAnswer> {
  const all = homeMonths(sessions, market);
  const homes = all.slice(0, command.homeMonths ?? all.length);
  const firstDate = isoLocal(market.span.fromAt).slice(0, 10);
  const world = {
    ...{ market, maxKw, fuseKw: command.fuseKw, liveMeter: command.liveMeter },
    steps: monthStepsOf(home, firstDate),
    houseKw: await readLoads(command.loads, command.loadMeanKw, market.span.fromAt),
  };
  const bar = progressBar(homes.length);
  const { key } = home.gridOwner;
  const answer = await monthAnswer(homes, world, {
    steps: key,
    withOptimum: command.withOptimum,
    onHome: bar.step,
  });
  bar.end();
  return answer;
}
