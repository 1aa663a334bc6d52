import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { printedPrice } from './support/printed-price.ts';

const page = readFileSync(new URL('../../docs/prices.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/```\n\$ npm run --silent price -- (.*)\n([^`]*)```/g)];

describe('the page about prices', () => {
  it('has an example for each contract, one without VAT and one of the unknown', () => {
    expect(examples).toHaveLength(5);
  });

  it.each(examples.map(([, args = '', shown = '']) => [args, shown]))(
    'shows what the command prints: %s',
    async (args, shown) => {
      expect((await printedPrice(args.split(' '))).out).toBe(shown);
    },
  );
});
