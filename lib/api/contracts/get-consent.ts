import * as z from 'zod';
import { apiRoute } from '../api-route.ts';
import { language, sha256 } from '../fields.ts';
import { givenReceipt, givenReceiptExample } from './given-receipt.ts';

export const getConsentContract = apiRoute({
  operationId: 'getConsent',
  summary: 'The text to agree to, and what was agreed',
  description:
    'The notice now in force, in the language asked for, and the receipts of every consent of this customer.',
  method: 'GET',
  path: '/v1/consent',
  status: 200,
  query: z.strictObject({ language: language.default('nb') }),
  answer: z
    .object({
      notice: z
        .object({
          version: z.string().meta({ examples: ['2026-01'] }),
          sha256,
          language,
          text: z.string().meta({ description: 'Shown as it is; its hash is what is agreed to.' }),
        })
        .meta({ id: 'ConsentNotice' }),
      receipts: z.array(givenReceipt),
    })
    .meta({ id: 'Consent' }),
  problems: [],
  answerExample: {
    notice: { version: '2026-01', sha256: '0'.repeat(64), language: 'en', text: 'What you agree to …' },
    receipts: [givenReceiptExample],
  },
});
