import { awsClientOptions, sharedClients } from './aws-client.ts';
import type { Environment } from './environment.ts';

// Imported when first used: a function that sends nothing leaves the client out of its bundle (unused-modules.ts).
const clientAt = sharedClients(async (options) => {
  const { SQSClient } = await import('@aws-sdk/client-sqs');
  return new SQSClient(options);
});

/** Puts one message on the queue. `delaySeconds` 0–900. */
export async function sendMessage(
  environment: Environment,
  message: { readonly queueUrl: string; readonly body: string; readonly delaySeconds: number },
): Promise<void> {
  const { SendMessageCommand } = await import('@aws-sdk/client-sqs');
  const client = await clientAt(awsClientOptions(environment, 'SQS'));
  await client.send(
    new SendMessageCommand({
      QueueUrl: message.queueUrl,
      MessageBody: message.body,
      DelaySeconds: message.delaySeconds,
    }),
  );
}
