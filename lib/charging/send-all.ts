/** As many messages on their way at once. */
const atOnce = 20;

/** Sends one message for each item as they come, a few at a time and never all in memory. Returns how many. */
export async function sendAll<Item>(
  items: AsyncIterable<Item>,
  send: (item: Item) => Promise<void>,
): Promise<number> {
  let sent = 0;
  let batch: Promise<void>[] = [];
  for await (const item of items) {
    batch.push(send(item));
    sent += 1;
    if (batch.length < atOnce) continue;
    await Promise.all(batch);
    batch = [];
  }
  await Promise.all(batch);
  return sent;
}
