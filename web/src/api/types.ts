import type { components } from '../api-types.d.ts';

/** The API's shapes under the names the page uses; all from docs/openapi.json. Instants are ISO 8601 UTC. */
type Schemas = components['schemas'];

export type Overview = Schemas['Overview'];
export type Vehicle = Schemas['OverviewVehicle'];
export type Plan = Schemas['OverviewPlan'];
export type ExplanationKey = Schemas['ExplanationKey'];
export type StatusKey = Schemas['StatusKey'];
export type Withdrawal = Schemas['OverviewWithdrawal'];
export type WithdrawalStep = Withdrawal['done'][number];
export type Mode = Schemas['Mode'];
export type Wishes = Schemas['Wishes'];
export type Home = Schemas['Home'];
export type Area = Schemas['PriceArea'];
export type Prices = Schemas['Prices'];
export type Sessions = Schemas['Sessions'];
export type PastSession = Schemas['PastSession'];
export type Consent = Schemas['Consent'];
export type ConsentReceipt = Schemas['ConsentReceipt'];
export type WithdrawalReceipt = Schemas['WithdrawalReceipt'];
export type Language = Schemas['Language'];
