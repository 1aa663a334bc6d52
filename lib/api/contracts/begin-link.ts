import * as z from 'zod';
import { apiRoute } from '../api-route.ts';
import { instant, language, provider, sha256 } from '../fields.ts';

export const beginLinkContract = apiRoute({
  operationId: 'beginLink',
  summary: 'Agree, and begin linking the car',
  description:
    'Names the exact text the customer agreed to. The answer is the car maker’s page where the customer signs in; the ' +
    'link must be completed within ten minutes, once.',
  method: 'POST',
  path: '/v1/links',
  status: 201,
  body: z
    .strictObject({
      provider,
      language,
      noticeVersion: z
        .string()
        .min(1)
        .max(40)
        .meta({ examples: ['2026-01'] }),
      noticeSha256: sha256,
      batteryKwh: z
        .number()
        .min(10)
        .max(250)
        .meta({ description: 'Usable battery, kWh, as the customer says.', examples: [75] }),
    })
    .meta({ id: 'LinkInput' }),
  answer: z
    .object({
      authorizeUrl: z.url().meta({ description: 'Where to send the customer’s browser.' }),
      expiresAt: instant,
    })
    .meta({ id: 'LinkBegun' }),
  problems: ['home-missing', 'consent-text-outdated', 'withdrawal-in-progress'],
  bodyExample: {
    provider: 'tesla',
    language: 'en',
    noticeVersion: '2026-01',
    noticeSha256: '0'.repeat(64),
    batteryKwh: 75,
  },
  answerExample: {
    authorizeUrl: 'https://auth.tesla.com/oauth2/v3/authorize?response_type=code&state=…',
    expiresAt: '2026-01-12T16:10:00Z',
  },
});
