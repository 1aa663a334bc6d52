import {
  DataDirInUse,
  DataDirOfAnotherVersion,
  type LocalService,
  startService,
} from '../lib/local/index.ts';
import { checkInternet } from './local/check-internet.ts';
import { HELP } from './local/help.ts';
import { Narrator } from './local/narrator.ts';
import { builtPage } from './local/page.ts';
import { priceDays } from './local/price-days.ts';
import { type LocalCommand, readOptions } from './local/read-options.ts';
import { Screen } from './local/screen.ts';
import { UsageError } from './usage-error.ts';

async function main(): Promise<void> {
  const command = readOptions(process.argv.slice(2));
  if (command === 'help') {
    process.stdout.write(HELP);
    return;
  }
  await run(command);
}

async function run(command: LocalCommand): Promise<void> {
  if (command.live) await checkInternet();
  const { words, endAt, ...days } = await priceDays(command);
  const screen = new Screen(process.stdout, command.quiet);
  const narrator = new Narrator(screen);
  const ended = Promise.withResolvers<string>();
  let isWelcome = false;
  const service = await start({
    ...days,
    port: command.port,
    speed: command.speed,
    area: command.area,
    contract: command.contract,
    cars: command.cars,
    ...(command.taxZone !== undefined && { taxZone: command.taxZone }),
    ...(command.gridOwner !== undefined && { gridOwner: command.gridOwner }),
    live: command.live,
    link: !command.unlinked,
    pageDirectory: await builtPage(),
    ...(command.data !== undefined && { dataDir: command.data }),
    log: (line) => narrator.hear(line),
    afterStep: async (running) => {
      // The story starts after the welcome; what happened before it is in the first look.
      if (!isWelcome) return;
      await narrator.look(running);
      if (narrator.nights === command.days) ended.resolve('The nights asked for are over.');
      else if (running.clock.now() >= endAt) ended.resolve('The prices end here.');
    },
  });
  welcome(screen, service, command, words);
  isWelcome = true;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended.resolve('Stopping.'));
  screen.announce(await ended.promise);
  await service.stop();
}

function welcome(
  screen: Screen,
  { origin, resumed }: LocalService,
  command: LocalCommand,
  words: string,
): void {
  screen.announce(`Smartlading runs on this machine.${resumed ? ' It goes on where the last run ended, with the home as it is there.' : ''}
  page    ${origin}
  API     ${origin}/openapi.json
  prices  ${words}
  time    ${command.speed === 1 ? 'real time' : `${command.speed} times real time: 14 hours in ${Math.round(50_400 / command.speed)} s`}
Ctrl-C stops it.
`);
}

async function start(options: Parameters<typeof startService>[0]): Promise<LocalService> {
  try {
    return await startService(options);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new UsageError('--port: something else is listening there (choose another, or 0 for any)');
    if (code === 'EEXIST' || code === 'ENOTDIR' || code === 'EACCES')
      throw new UsageError('--data: is no directory that can be written to');
    if (error instanceof DataDirInUse) throw new UsageError('--data: another run is using this directory');
    if (error instanceof DataDirOfAnotherVersion)
      throw new UsageError(
        '--data: another version of Smartlading kept its run there; choose a new directory',
      );
    throw error;
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
