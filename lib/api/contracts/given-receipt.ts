import * as z from 'zod';
import { instant, reference, sha256 } from '../fields.ts';

export const purpose = z
  .literal('smart-charging')
  .meta({ id: 'Purpose', description: 'Reading the car and starting and stopping its charging.' });

/** What the customer keeps of having agreed; the same fields are in the append-only consent record. */
export const givenReceipt = z
  .object({
    receiptId: reference,
    event: z.literal('given'),
    at: instant,
    purposes: z.array(purpose),
    noticeVersion: z.string(),
    noticeSha256: sha256,
  })
  .meta({ id: 'ConsentReceipt' });

export const givenReceiptExample: z.infer<typeof givenReceipt> = {
  receiptId: 'Qm3zS5vT9aWk2LxYb7cDeg',
  event: 'given',
  at: '2026-01-12T15:58:00Z',
  purposes: ['smart-charging'],
  noticeVersion: '2026-01',
  noticeSha256: '0'.repeat(64),
};
