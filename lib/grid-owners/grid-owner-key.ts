/** The name of an owner's file without its ending: what may stand in a URL, a log and a key of the store. */
const KEY = /^[a-z0-9-]{1,60}$/;

export function isGridOwnerKey(text: string): boolean {
  return KEY.test(text);
}
