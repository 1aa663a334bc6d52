import * as z from 'zod';
import { apiRoute } from '../api-route.ts';
import { instant, reference, sha256 } from '../fields.ts';
import { purpose } from './given-receipt.ts';

const willHappen = z.enum(['car-handed-back', 'access-revoked', 'tokens-destroyed', 'data-erased']);

export const withdrawConsentContract = apiRoute({
  operationId: 'withdrawConsent',
  summary: 'Withdraw consent, and be forgotten',
  description:
    'Processing has stopped when this answers. Then the car is handed back charging, our access revoked at the car ' +
    'maker, and everything about the customer erased. Asking again gives the same receipt.',
  method: 'POST',
  path: '/v1/consent/withdrawal',
  status: 200,
  body: z.strictObject({}).meta({ id: 'WithdrawalInput' }),
  answer: z
    .object({
      receiptId: reference,
      consentRef: reference.meta({
        description: 'Pseudonym of the consent record: the only thing that is kept, for three years.',
      }),
      withdrawnAt: instant,
      purposes: z.array(purpose),
      noticeVersion: z.string(),
      noticeSha256: sha256,
      willHappen: z.array(willHappen).meta({ description: 'What happens now, in this order.' }),
    })
    .meta({ id: 'WithdrawalReceipt' }),
  problems: ['not-found'],
  bodyExample: {},
  answerExample: {
    receiptId: 'b7cDegQm3zS5vT9aWk2LxY',
    consentRef: 'S5vT9aWk2LxYb7cDegQm3z',
    withdrawnAt: '2026-01-20T09:00:00Z',
    purposes: ['smart-charging'],
    noticeVersion: '2026-01',
    noticeSha256: '0'.repeat(64),
    willHappen: ['car-handed-back', 'access-revoked', 'tokens-destroyed', 'data-erased'],
  },
});
