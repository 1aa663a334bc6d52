import { createHash } from 'node:crypto';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Instant } from '../../time/index.ts';
import type { EventSource } from '../time/event-source.ts';
import type { Message, MessageQueue } from './message-queue.ts';
import { region } from './region.ts';

export interface QueueConsumerOptions {
  readonly queueName: string;
  readonly queue: MessageQueue;
  readonly batchSize: number;
  readonly invoke: (event: SQSEvent) => Promise<unknown>;
  /** Asked once per message that was handled; true = deliver it once more. */
  readonly deliverAgain: () => boolean;
}

/** Lambda's event source mapping: batches, partial batch failures; what failed is seen again after the visibility time. */
export class QueueConsumer implements EventSource {
  readonly #options: QueueConsumerOptions;

  constructor(options: QueueConsumerOptions) {
    this.#options = options;
  }

  nextAt(): Instant | null {
    return this.#options.queue.nextAt();
  }

  async run(): Promise<void> {
    const { queue, batchSize, queueName, invoke } = this.#options;
    const batch = queue.receive(batchSize);
    if (batch.length === 0) return;
    const failed = await invoke({ Records: batch.map((message) => record(queueName, message)) }).then(
      (answer) => failures(answer, batch),
      () => batch,
    );
    for (const message of batch.filter((handled) => !failed.includes(handled))) this.#settle(message);
  }

  #settle(message: Message): void {
    const { queue, deliverAgain } = this.#options;
    if (deliverAgain()) queue.deliverAgain(message.messageId);
    else queue.delete(message.messageId);
  }
}

/** An answer that names no message of the batch, or is no answer at all, fails the whole batch, as Lambda does it. */
function failures(answer: unknown, batch: readonly Message[]): readonly Message[] {
  if (answer === null || answer === undefined) return [];
  const listed = (answer as Partial<SQSBatchResponse>).batchItemFailures ?? [];
  if (!Array.isArray(listed)) return batch;
  const failed = listed.map(({ itemIdentifier }) =>
    batch.find(({ messageId }) => messageId === itemIdentifier),
  );
  return failed.every((message) => message !== undefined) ? failed : batch;
}

function record(queueName: string, message: Message): SQSRecord {
  return {
    messageId: message.messageId,
    receiptHandle: message.messageId,
    body: message.body,
    attributes: {
      ApproximateReceiveCount: String(message.receiveCount),
      SentTimestamp: String(message.sentAt),
      SenderId: 'local',
      ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt ?? message.sentAt),
    },
    messageAttributes: {},
    md5OfBody: createHash('md5').update(message.body).digest('hex'),
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:${region}:000000000000:${queueName}`,
    awsRegion: region,
  };
}
