import type { Wishes } from '../api/types.ts';

/** The wishes such that reserve ≤ target ≤ ceiling: the one that was changed stands, its neighbours give way. */
export function compatible(wishes: Wishes, changed: keyof Wishes): Wishes {
  const { reservePercent, targetPercent, ceilingPercent } = wishes;
  if (changed === 'ceilingPercent') {
    const target = Math.min(targetPercent, ceilingPercent);
    return { ...wishes, targetPercent: target, reservePercent: Math.min(reservePercent, target) };
  }
  const target = changed === 'reservePercent' ? Math.max(targetPercent, reservePercent) : targetPercent;
  return {
    ...wishes,
    targetPercent: target,
    reservePercent: Math.min(reservePercent, target),
    ceilingPercent: Math.max(ceilingPercent, target),
  };
}
