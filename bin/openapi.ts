import { readFile, writeFile } from 'node:fs/promises';
import { openapiDocument } from '../lib/api/index.ts';

// Writes docs/openapi.json from the contracts; with --check only says whether it is up to date.
const file = new URL('../docs/openapi.json', import.meta.url);
const wanted = `${JSON.stringify(openapiDocument(), null, 2)}\n`;

if (process.argv.includes('--check')) {
  const found = await readFile(file, 'utf8').catch(() => '');
  if (found !== wanted) {
    console.error('docs/openapi.json is out of date: npm run openapi');
    process.exitCode = 1;
  }
} else {
  await writeFile(file, wanted);
}
