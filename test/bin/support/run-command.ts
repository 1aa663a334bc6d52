import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** Runs one of the commands in `bin/` as a person would, on the Node that runs the tests. */
export async function runCommand(name: 'plan' | 'price' | 'backtest', args: readonly string[], input = '') {
  const file = join(import.meta.dirname, `../../../bin/${name}.ts`);
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args]);
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  return { out, err, code };
}
