import type { EventBridgeEvent } from 'aws-lambda';
import type * as z from 'zod';
import { parseInput, type Work } from './parse-input.ts';
import type { Build } from './platform.ts';

/** A function that an event on the bus starts; the schema reads the event's detail. */
export function eventHandler<Detail>(
  schema: z.ZodType<Detail>,
  work: Work<Detail>,
): Build<EventBridgeEvent<string, unknown>, void> {
  return (platform) => async (event) => work(parseInput(schema, event.detail), platform);
}
