import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { type AwsAction, AwsError } from './aws-action.ts';
import type { EventBus } from './event-bus.ts';

const putEvents = z.object({
  Entries: z
    .array(
      z.object({
        Source: z.string().min(1),
        DetailType: z.string().min(1),
        Detail: z.string(),
        EventBusName: z.string(),
      }),
    )
    .min(1)
    .max(10),
});

/** EventBridge PutEvents: answers 200 also where it takes none of the events, as the real one does. */
export function eventActions(
  busName: string,
  bus: EventBus,
  published: () => void,
): Record<string, AwsAction> {
  return {
    'AWSEvents.PutEvents': (input) => {
      const parsed = putEvents.safeParse(input);
      if (!parsed.success) throw new AwsError('ValidationException', 'An event is not well formed.');
      const entries = parsed.data.Entries.map((entry) => {
        // EventBridge takes events for a bus that is not there and drops them.
        if (entry.EventBusName !== busName) return { EventId: randomUUID() };
        const detail = jsonObject(entry.Detail);
        if (!detail) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
        return { EventId: bus.publish(entry.Source, entry.DetailType, detail).id };
      });
      published();
      return { FailedEntryCount: entries.filter((entry) => 'ErrorCode' in entry).length, Entries: entries };
    },
  };
}

function jsonObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
