// Runs before `npm start`, `npm test` and their like, on whatever Node is there: installs the locked packages
// (Node 24, the Lambda runtime, is one of them) when they are missing or older than the lockfile.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const root = new URL('..', import.meta.url);
const marker = new URL('node_modules/.package-lock.json', root);
const lockfile = new URL('package-lock.json', root);

function isInstalled() {
  return existsSync(marker) && statSync(marker).mtimeMs >= statSync(lockfile).mtimeMs;
}

if (!isInstalled()) {
  console.error('Installing the locked packages (once, about half a minute) …');
  const npm = process.env.npm_execpath;
  const command = npm ? [process.execPath, npm] : ['npm'];
  const [file, ...head] = command;
  // Not `npm ci`: it refuses a lockfile in which a registry could not name every other platform's optional packages.
  // This installs the same locked versions, and leaves the lockfile as it is.
  const install = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = spawnSync(file, [...head, ...install], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: !npm && process.platform === 'win32',
  });
  if (result.status !== 0) {
    console.error('The packages could not be installed; see the lines above.');
    process.exit(result.status ?? 1);
  }
}
