import type { Instant } from '../time/index.ts';
import { awsClientOptions, sharedClients } from './aws-client.ts';
import type { Environment } from './environment.ts';
import { ServiceError } from './errors.ts';

/** The `source` of every event of this service; rules match on it. */
export const EVENT_SOURCE = 'smartlading';

const clientAt = sharedClients(async (options) => {
  const { EventBridgeClient } = await import('@aws-sdk/client-eventbridge');
  return new EventBridgeClient(options);
});

/** Throws `unexpected` (retryable) where the bus took the request but not the event: PutEvents answers 200 to both. */
export async function putEvent(
  environment: Environment,
  event: { readonly busName: string; readonly name: string; readonly detail: string; readonly at: Instant },
): Promise<void> {
  const { PutEventsCommand } = await import('@aws-sdk/client-eventbridge');
  const client = await clientAt(awsClientOptions(environment, 'EVENTBRIDGE'));
  const answer = await client.send(
    new PutEventsCommand({
      Entries: [
        {
          EventBusName: event.busName,
          Source: EVENT_SOURCE,
          DetailType: event.name,
          Detail: event.detail,
          Time: new Date(event.at),
        },
      ],
    }),
  );
  if ((answer.FailedEntryCount ?? 0) > 0) throw new ServiceError('unexpected', { retryable: true });
}
