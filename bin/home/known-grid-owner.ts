import type { GridOwner } from '../../lib/tariffs/index.ts';
import { UsageError } from '../usage-error.ts';

const MOST_SLIPS = 2;

/** The owner with this key, upper or lower case. Throws UsageError that names the keys it may have been meant for. */
export function knownGridOwner(key: string, owners: readonly GridOwner[]): GridOwner {
  const wanted = key.toLowerCase();
  const found = owners.find((owner) => owner.key === wanted);
  if (found) return found;
  const keys = owners.map((owner) => owner.key);
  const near = keys.filter((known) => isNear(wanted, known));
  throw new UsageError(
    near.length > 0
      ? `--grid: is no known grid owner; did you mean ${near.join(' or ')}?`
      : `--grid: is no known grid owner; the known ones are ${keys.join(', ')}`,
  );
}

function isNear(wanted: string, known: string): boolean {
  if (wanted.length >= 3 && (known.includes(wanted) || wanted.includes(known))) return true;
  return slips(wanted.slice(0, 40), known) <= Math.min(MOST_SLIPS, known.length / 3);
}

/** Letters to add, leave out or replace to get from one word to the other (Levenshtein distance). */
function slips(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = row;
  }
  return before[b.length] ?? 0;
}
