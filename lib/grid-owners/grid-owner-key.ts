/** The name of an owner's file without its ending: what may stand in a URL, a log, a key of the store, and a customer's choice. */
const KEY = /^[a-z0-9-]{1,40}$/;

export function isGridOwnerKey(text: string): boolean {
  return KEY.test(text);
}
