/** A slot that can take more. */
export interface OpenSlot {
  readonly t: number;
  /** How much more, grid kWh. */
  readonly kwh: number;
}

const TINY_KWH = 1e-9;

/** Neighbouring slots of the one price, with what they touch. */
interface Run {
  readonly slots: readonly OpenSlot[];
  readonly kwh: number;
  /** The slot before (after) the run is charged in: the run can go on from it (lead up to it). */
  readonly afterBlock: boolean;
  readonly beforeBlock: boolean;
}

/**
 * Puts `wantedKwh` into slots of one price, where every choice costs the same: in as few blocks as possible beside what is
 * already in `kwh`, then early. The slots hold more than is wanted.
 *
 *     charged  ████    ████          ████
 *     run          ~~~~    ~~~~~~          ~~~~~
 *                  bridge  extends         loose: a start of its own, so last
 */
export function spreadAtOnePrice(kwh: number[], slots: readonly OpenSlot[], wantedKwh: number): void {
  const runs = runsOf(kwh, slots);
  const touching = runs.filter((run) => run.afterBlock || run.beforeBlock);
  const touchingKwh = total(touching);
  if (touchingKwh < wantedKwh) {
    for (const run of touching) fill(kwh, run, run.kwh);
    fillLoose(
      kwh,
      runs.filter((run) => !touching.includes(run)),
      wantedKwh - touchingKwh,
    );
  } else {
    fillTouching(kwh, touching, wantedKwh);
  }
}

/** Each bridge closed joins two blocks, so the shortest bridges first; the rest prolongs blocks, the earliest first. */
function fillTouching(kwh: number[], runs: readonly Run[], wantedKwh: number): void {
  let left = wantedKwh;
  const bridged = new Set<Run>();
  const bridges = runs.filter((run) => run.afterBlock && run.beforeBlock).sort((a, b) => a.kwh - b.kwh);
  for (const run of bridges) {
    if (run.kwh > left + TINY_KWH) break;
    bridged.add(run);
    left -= fill(kwh, run, run.kwh);
  }
  for (const run of runs) {
    if (left <= TINY_KWH) return;
    if (!bridged.has(run)) left -= fill(kwh, run, Math.min(left, run.kwh));
  }
}

/** The earliest run that holds all that is left; while none does, the largest. */
function fillLoose(kwh: number[], runs: readonly Run[], wantedKwh: number): void {
  let left = wantedKwh;
  const free = [...runs];
  while (left > TINY_KWH && free.length > 0) {
    const enough = free.findIndex((run) => run.kwh >= left - TINY_KWH);
    const largest = free.reduce((best, run, i) => (run.kwh > (free[best]?.kwh ?? 0) ? i : best), 0);
    const [run] = free.splice(enough >= 0 ? enough : largest, 1);
    if (run) left -= fill(kwh, run, Math.min(left, run.kwh));
  }
}

/** Fills the run from the block it touches: backwards where that block comes after it. Returns what went in, kWh. */
function fill(kwh: number[], run: Run, amountKwh: number): number {
  const order = run.beforeBlock && !run.afterBlock ? run.slots.toReversed() : run.slots;
  let left = amountKwh;
  for (const slot of order) {
    const part = Math.min(left, slot.kwh);
    kwh[slot.t] = (kwh[slot.t] ?? 0) + part;
    left -= part;
  }
  return amountKwh;
}

function runsOf(kwh: readonly number[], slots: readonly OpenSlot[]): Run[] {
  const groups: OpenSlot[][] = [];
  for (const slot of slots) {
    const last = groups.at(-1);
    if (last?.at(-1)?.t === slot.t - 1) last.push(slot);
    else groups.push([slot]);
  }
  const isOn = (t: number, step: number) => (kwh[t] ?? 0) > 0 || (kwh[t + step] ?? 0) > 0;
  return groups.map((group) => ({
    slots: group,
    kwh: group.reduce((sum, slot) => sum + slot.kwh, 0),
    afterBlock: isOn(group[0]?.t ?? 0, -1),
    beforeBlock: isOn(group.at(-1)?.t ?? 0, 1),
  }));
}

function total(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + run.kwh, 0);
}
