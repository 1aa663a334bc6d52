import type * as z from 'zod';
import { parseInput, type Work } from './parse-input.ts';
import type { Build } from './platform.ts';

/** A function that a schedule starts, with the `input` of its row in the wiring table as the event. */
export function scheduleHandler<Input>(schema: z.ZodType<Input>, work: Work<Input>): Build<unknown, void> {
  return (platform) => async (event) => work(parseInput(schema, event), platform);
}
