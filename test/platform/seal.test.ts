import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Seal } from '../../lib/platform/index.ts';
import { testPlatform } from '../support/platform/test-platform.ts';

const sealUnder = (byte: number): Seal =>
  testPlatform({ VAULT_LOCAL_KEY: Buffer.alloc(32, byte).toString('base64') }).platform.seal;
const seal = sealUnder(1);
const context = { purpose: 'active', grantRef: 'g1' };
const unreadable = { code: 'sealed-text-unreadable' };

// `aws-crypto-` is the SDK's own prefix: it refuses such names.
const name = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => !text.startsWith('aws-crypto-'));
const anyContext = fc.dictionary(name, fc.string({ minLength: 1, maxLength: 20 }), {
  minKeys: 1,
  maxKeys: 5,
});

describe('a sealed text', () => {
  test('opens under its context to what it was, whatever it was', async () => {
    const opened = fc.asyncProperty(
      fc.string({ unit: 'grapheme', maxLength: 4_000 }),
      anyContext,
      async (text, its) => {
        expect(await seal.open(await seal.close(text, its), its)).toBe(text);
      },
    );
    await fc.assert(opened, { numRuns: 60 });
  });

  test('does not show the text, and is never twice the same', async () => {
    const [first, second] = await Promise.all([
      seal.close('a-refresh-token', context),
      seal.close('a-refresh-token', context),
    ]);
    expect(Buffer.from(first).includes('refresh')).toBe(false);
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(false);
  });

  test.each([
    ['another value', { ...context, purpose: 'revoke' }],
    ['another grant', { ...context, grantRef: 'g2' }],
    ['a pair too few', { purpose: 'active' }],
    ['a pair too many', { ...context, more: 'x' }],
    ['a renamed pair', { purpose: 'active', grant: 'g1' }],
    ['no pair', {}],
  ])('stays shut under a context with %s', async (_, other) => {
    const sealed = await seal.close('token', context);
    await expect(seal.open(sealed, other as never)).rejects.toMatchObject({
      ...unreadable,
      retryable: false,
    });
  });

  test('stays shut under another key', async () => {
    await expect(sealUnder(2).open(await seal.close('token', context), context)).rejects.toMatchObject(
      unreadable,
    );
  });

  test('stays shut wherever a bit of it was changed, or its end was cut off', async () => {
    const sealed = await seal.close('token', context);
    const damage = fc.tuple(fc.nat(sealed.length - 1), fc.nat(7));
    await fc.assert(
      fc.asyncProperty(damage, async ([at, bit]) => {
        const changed = sealed.map((byte, index) => (index === at ? byte ^ (1 << bit) : byte));
        await expect(seal.open(changed, context)).rejects.toMatchObject(unreadable);
        await expect(seal.open(sealed.slice(0, at), context)).rejects.toMatchObject(unreadable);
      }),
      { numRuns: 150 },
    );
  });

  test('stays shut where it is no sealed text at all, and its error says nothing', async () => {
    for (const bytes of [new Uint8Array(), new Uint8Array(300), new TextEncoder().encode('{"token":"t"}')]) {
      const thrown: unknown = await seal.open(bytes, context).catch((error: unknown) => error);
      expect(thrown).toMatchObject({ ...unreadable, message: 'sealed-text-unreadable' });
      expect((thrown as Error).cause).toBeUndefined();
    }
  });
});

describe('a function without the vault’s key', () => {
  test('neither seals nor opens', async () => {
    const { platform } = testPlatform();
    await expect(platform.seal.close('t', context)).rejects.toMatchObject({ code: 'forbidden-by-wiring' });
    await expect(platform.seal.open(new Uint8Array(9), context)).rejects.toMatchObject({
      code: 'forbidden-by-wiring',
    });
  });

  test('a key of the wrong length is a fault of ours', async () => {
    const { platform } = testPlatform({ VAULT_LOCAL_KEY: 'c2hvcnQ=' });
    await expect(platform.seal.close('t', context)).rejects.toMatchObject({ code: 'misconfigured' });
  });
});
