/** As many messages on their way at once. */
const atOnce = 20;

/**
 * Sends one message for each item as they come, a few at a time and never all in memory. Returns how many. One that fails
 * keeps no other from being sent; the first failure is thrown at the end.
 */
export async function sendAll<Item>(
  items: AsyncIterable<Item>,
  send: (item: Item) => Promise<void>,
): Promise<number> {
  let sent = 0;
  let failure: unknown;
  let batch: Promise<void>[] = [];
  for await (const item of items) {
    const sending = send(item).then(
      () => {
        sent += 1;
      },
      (thrown: unknown) => {
        failure ??= thrown;
      },
    );
    batch.push(sending);
    if (batch.length < atOnce) continue;
    await Promise.all(batch);
    batch = [];
  }
  await Promise.all(batch);
  if (failure !== undefined) throw failure;
  return sent;
}
