import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type AwsAction, AwsError } from './aws-action.ts';
import type { Message, MessageQueue } from './message-queue.ts';

const LONGEST_BODY_BYTES = 1024 * 1024;
const message = z.object({
  MessageBody: z.string().min(1),
  DelaySeconds: z.number().int().min(0).max(900).default(0),
});
const sendMessage = message.extend({ QueueUrl: z.string() });
const sendBatch = z.object({
  QueueUrl: z.string(),
  Entries: z
    .array(message.extend({ Id: z.string() }))
    .min(1)
    .max(10),
});

export interface QueueFaults {
  /** Asked for each message sent; true = it is lost on the way in. */
  readonly isLost: (queueName: string) => boolean;
  /** Something was sent: the engine may have earlier work. */
  readonly sent: () => void;
}

/** The part of SQS the service uses, by AWS JSON 1.0. */
export function sqsActions(
  queues: ReadonlyMap<string, MessageQueue>,
  faults: QueueFaults,
): Record<string, AwsAction> {
  const put = (url: string, body: string, delaySeconds: number) => {
    if (Buffer.byteLength(body) > LONGEST_BODY_BYTES)
      throw new AwsError('com.amazonaws.sqs#InvalidMessageContents', 'The message is too long.');
    const name = url.slice(url.lastIndexOf('/') + 1);
    const queue = queues.get(name);
    if (!queue)
      throw new AwsError('com.amazonaws.sqs#QueueDoesNotExist', 'The specified queue does not exist.');
    const kept = queue.send(body, delaySeconds);
    if (faults.isLost(name)) queue.delete(kept.messageId);
    return receipt(kept);
  };
  return {
    'AmazonSQS.SendMessage': (input) => {
      const { QueueUrl, MessageBody, DelaySeconds } = parse(sendMessage, input);
      const answer = put(QueueUrl, MessageBody, DelaySeconds);
      faults.sent();
      return answer;
    },
    'AmazonSQS.SendMessageBatch': (input) => {
      const { QueueUrl, Entries } = parse(sendBatch, input);
      const Successful = Entries.map((entry) => ({
        Id: entry.Id,
        ...put(QueueUrl, entry.MessageBody, entry.DelaySeconds),
      }));
      faults.sent();
      return { Successful, Failed: [] };
    },
  };
}

function receipt(kept: Message): { MessageId: string; MD5OfMessageBody: string } {
  return {
    MessageId: kept.messageId,
    MD5OfMessageBody: createHash('md5').update(kept.body).digest('hex'),
  };
}

function parse<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new AwsError('com.amazonaws.sqs#InvalidParameterValue', 'A parameter is missing or out of range.');
}
