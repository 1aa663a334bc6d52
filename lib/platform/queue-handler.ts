import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';
import { parseInput, type Work } from './parse-input.ts';
import type { Build, Platform } from './platform.ts';

/**
 * Works through a batch of messages; each that fails is reported alone and comes again, the others are done. A message
 * that is no JSON or of another shape fails like any other and ends in the dead-letter queue.
 */
export function queueHandler<Body>(
  schema: z.ZodType<Body>,
  work: Work<Body>,
): Build<SQSEvent, SQSBatchResponse> {
  return (platform) => async (event) => {
    const process = async (record: SQSRecord): Promise<void> => {
      try {
        await work(parseInput(schema, jsonOf(record.body)), platform);
      } catch (thrown) {
        // The batch processor keeps errors to itself: what is not logged here is never seen.
        logFailure(platform, record, thrown);
        throw thrown;
      }
    };
    // One processor per batch: it keeps the batch's state. A wholly failed batch is reported like a partly failed one,
    // since throwing would slow the poller down for the messages that are well.
    return processPartialResponse(event, process, new BatchProcessor(EventType.SQS), {
      throwOnFullBatchFailure: false,
      // One after the other: work that counts its own time must not count another message's.
      processInParallel: false,
    });
  };
}

function logFailure(platform: Platform, record: SQSRecord, thrown: unknown): void {
  const attempt = Number(record.attributes?.ApproximateReceiveCount ?? 0);
  platform.log.error('message-failed', thrown, { attempt });
}

/** JSON.parse quotes the text in its error: undefined instead, which no schema takes. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
