import { beginLinkContract } from './contracts/begin-link.ts';
import { completeLinkContract } from './contracts/complete-link.ts';
import { findPlaceContract } from './contracts/find-place.ts';
import { getConsentContract } from './contracts/get-consent.ts';
import { getOpenapiContract } from './contracts/get-openapi.ts';
import { getOverviewContract } from './contracts/get-overview.ts';
import { getPricesContract } from './contracts/get-prices.ts';
import { getSessionsContract } from './contracts/get-sessions.ts';
import { putHomeContract } from './contracts/put-home.ts';
import { putModeContract } from './contracts/put-mode.ts';
import { putWishesContract } from './contracts/put-wishes.ts';
import { withdrawConsentContract } from './contracts/withdraw-consent.ts';

/** Every route of the HTTP API by its function's name in lib/wiring.ts. */
export const contracts = {
  'get-overview': getOverviewContract,
  'get-prices': getPricesContract,
  'get-sessions': getSessionsContract,
  'find-place': findPlaceContract,
  'put-home': putHomeContract,
  'put-wishes': putWishesContract,
  'put-mode': putModeContract,
  'get-consent': getConsentContract,
  'begin-link': beginLinkContract,
  'complete-link': completeLinkContract,
  'withdraw-consent': withdrawConsentContract,
  'get-openapi': getOpenapiContract,
} as const;
