import type * as z from 'zod';
import { parseIso } from '../../time/index.ts';
import type { Problem, Vehicle } from './problem.ts';
import { ProblemError } from './problem-error.ts';
import { problemSchema } from './problem-schema.ts';

const MINUTE_MS = 60_000;
const PLAIN_NAME = /^[A-Za-z_]\w{0,39}$/;

/**
 * Reads a problem as it comes from outside (parsed JSON). Throws ProblemError with one line about the first wrong field:
 * `vehicles[0].soc: must be between 0 and 1`. Unknown fields are wrong.
 */
export function parseProblem(input: unknown): Problem {
  const read = problemSchema.safeParse(input);
  if (!read.success) throw new ProblemError(firstIssue(read.error));
  const { slots, vehicles } = read.data;
  const [vehicle] = vehicles;
  if (!vehicle) throw new ProblemError('vehicles: must hold a vehicle');
  checkConsecutive(slots);
  checkWindow(vehicle, slots.length);
  return {
    slots: slots.map(({ start, minutes, importPrice }) => ({ start, minutes, importPrice })),
    vehicles: [
      {
        id: vehicle.id,
        capacityKwh: vehicle.capacityKwh,
        soc: vehicle.soc,
        targetSoc: vehicle.targetSoc,
        arriveSlot: vehicle.arriveSlot,
        departSlot: vehicle.departSlot,
        maxKw: vehicle.maxKw,
        efficiency: vehicle.efficiency,
      },
    ],
  };
}

function checkConsecutive(slots: Problem['slots']): void {
  let endAt: number | null = null;
  for (const [t, slot] of slots.entries()) {
    const startAt = parseIso(slot.start) ?? Number.NaN;
    if (endAt !== null && startAt !== endAt) {
      throw new ProblemError(`slots[${t}].start: must be where slots[${t - 1}] ends`);
    }
    endAt = startAt + slot.minutes * MINUTE_MS;
  }
}

function checkWindow(
  { arriveSlot, departSlot }: Pick<Vehicle, 'arriveSlot' | 'departSlot'>,
  count: number,
): void {
  if (arriveSlot > count)
    throw new ProblemError(`vehicles[0].arriveSlot: must be at most ${count}, the number of slots`);
  if (departSlot > count)
    throw new ProblemError(`vehicles[0].departSlot: must be at most ${count}, the number of slots`);
  if (departSlot < arriveSlot)
    throw new ProblemError('vehicles[0].departSlot: must not be before arriveSlot');
}

function firstIssue({ issues: [issue] }: z.ZodError): string {
  if (!issue) return 'problem: is wrong';
  if (issue.code === 'unrecognized_keys')
    return `${fieldName([...issue.path, issue.keys[0] ?? ''])}: unknown field`;
  return `${fieldName(issue.path)}: ${issue.message}`;
}

/** `vehicles[0].soc`; a name from outside that is no plain word is quoted and cut, so that the message stays one line. */
function fieldName(path: readonly PropertyKey[]): string {
  const written = path.map((part) => {
    if (typeof part === 'number') return `[${part}]`;
    const name = String(part);
    return PLAIN_NAME.test(name) ? `.${name}` : `[${JSON.stringify(name.slice(0, 40))}]`;
  });
  return written.join('').replace(/^\./, '') || 'problem';
}
