import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { ApiRoute } from '../../lib/api/api-route.ts';
import { contracts, openapiDocument } from '../../lib/api/index.ts';
import { type FunctionRow, functions } from '../../lib/wiring.ts';

const routes = Object.entries(functions as Readonly<Record<string, FunctionRow>>).flatMap(([name, row]) =>
  row.triggers.flatMap((trigger) => (trigger.kind === 'route' ? [{ name, ...trigger }] : [])),
);
const all = Object.entries(contracts) as unknown as [string, ApiRoute<unknown, unknown, unknown, unknown>][];

describe('the API', () => {
  test('has one contract for each route of the wiring table, and none more', () => {
    const wired = routes.map(({ name, method, path }) => `${name} ${method} ${path}`);
    const written = all.map(([name, { method, path }]) => `${name} ${method} ${path}`);
    expect(written.sort()).toEqual(wired.sort());
  });

  test('asks for a token exactly where the gateway does', () => {
    const paths = openapiDocument().paths as Record<string, Record<string, { security?: unknown[] }>>;
    for (const { method, path, protected: isProtected } of routes) {
      const { security } = paths[path]?.[method.toLowerCase()] ?? {};
      expect({ path, open: security?.length === 0 }).toEqual({ path, open: !isProtected });
    }
  });

  test('is the document in docs/openapi.json (else: npm run openapi)', async () => {
    const committed = await readFile(new URL('../../docs/openapi.json', import.meta.url), 'utf8');
    expect(JSON.parse(committed)).toEqual(JSON.parse(JSON.stringify(openapiDocument())));
  });

  test.each(all)('shows examples of %s that its own schemas accept', (_name, contract) => {
    expect(contract.answer.safeParse(contract.answerExample).error).toBeUndefined();
    if (contract.body !== undefined) {
      expect(contract.body.safeParse(contract.bodyExample).error).toBeUndefined();
    }
  });
});
