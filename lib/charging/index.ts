export { followPlan } from './follow-plan.ts';
export { handBack } from './hand-back.ts';
export { homeGridOwner } from './home-grid-owner.ts';
export { type HomePrices, homePrices } from './home-prices.ts';
export { readyWish } from './ready-wish.ts';
export { spreadPrices } from './spread-prices.ts';
export { statusOf } from './status-of.ts';
export { sweepDue } from './sweep-due.ts';
