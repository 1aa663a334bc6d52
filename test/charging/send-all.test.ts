import { expect, it } from 'vitest';
import { sendAll } from '../../lib/charging/send-all.ts';

async function* slowly(count: number) {
  for (let item = 0; item < count; item += 1) {
    await new Promise(setImmediate);
    yield item;
  }
}

it('one message that fails keeps no other from being sent, and is told of at the end', async () => {
  const sent: number[] = [];
  const sending = sendAll(slowly(50), async (item) => {
    if (item === 3 || item === 30) throw new Error(`no ${item}`);
    sent.push(item);
  });
  await expect(sending).rejects.toThrow('no 3');
  expect(sent).toHaveLength(48);
});

it('says how many were sent', async () => {
  expect(await sendAll(slowly(45), async () => {})).toBe(45);
});
