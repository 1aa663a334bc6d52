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
/** What of a home is the customer's to choose. */
export type HomeWish = Required<Schemas['HomeInput']>;
export type Area = Schemas['PriceArea'];
export type TaxZone = Schemas['TaxZone'];
export type Place = Schemas['Place'];
export type PlaceQuestion = Schemas['PlaceInput'];
export type PlaceFound = Schemas['PlaceFound'];
export type GridOwnerChoice = Schemas['GridOwnerChoice'];
export type Contract = Schemas['Contract'];
export type ContractKind = Schemas['ContractKind'];
export type RateName = Schemas['RateName'];
export type PriceParts = Schemas['PriceParts'];
export type Prices = Schemas['Prices'];
export type Sessions = Schemas['Sessions'];
export type PastSession = Schemas['PastSession'];
export type Consent = Schemas['Consent'];
export type ConsentReceipt = Schemas['ConsentReceipt'];
export type WithdrawalReceipt = Schemas['WithdrawalReceipt'];
export type Language = Schemas['Language'];
