import { answerOf } from './backtest/answer.ts';
import { drawSample } from './backtest/draw-sample.ts';
import { drawTable } from './backtest/draw-table.ts';
import { HELP } from './backtest/help.ts';
import { market } from './backtest/market.ts';
import { monthRun } from './backtest/month-run.ts';
import { monthTable } from './backtest/month-table.ts';
import { type BacktestCommand, readOptions } from './backtest/read-options.ts';
import { readPrices } from './backtest/read-prices.ts';
import { readSessions } from './backtest/read-sessions.ts';
import { runSessions } from './backtest/run-sessions.ts';
import type { Session } from './backtest/session.ts';
import { progressBar } from './progress-bar.ts';
import { UsageError } from './usage-error.ts';

async function main(): Promise<void> {
  const command = readOptions(process.argv.slice(2));
  if (command === 'help') {
    process.stdout.write(HELP);
    return;
  }
  const { home, maxKw, shift, json, month } = command;
  const spot = await readPrices(command.prices, home.area, command.nokPerEur);
  const sessions = await sessionsOf(command);
  const prices = market(home, spot);
  const liveMonths = month && (await monthRun(month, { home, market: prices, sessions, maxKw }));
  const bar = progressBar(process.stderr, sessions.length);
  const result = await runSessions(sessions, prices, { maxKw, shift, onSession: bar.advance });
  bar.end();
  const answer = answerOf(result);
  process.stdout.write(`${json ? JSON.stringify(answer) : drawTable(home, answer)}\n`);
  if (liveMonths === null) return;
  const capacity = await liveMonths();
  process.stdout.write(`${json ? JSON.stringify({ capacity }) : `\n${monthTable(capacity)}`}\n`);
}

async function sessionsOf({ sessions: file, sample, seed }: BacktestCommand): Promise<Session[]> {
  const sessions: Session[] = [];
  for await (const session of readSessions(file)) sessions.push(session);
  return sample === null ? sessions : drawSample(sessions, sample, seed);
}

// Whoever reads us may have seen enough (`| head`).
process.stdout.on('error', () => process.exit());

try {
  await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
