import type { Prices, Vehicle } from '../api/types.ts';
import { type Instant, instant, osloMidnights, QUARTER_MS } from '../time/oslo.ts';
import { chargingBlocks } from './charging-blocks.ts';
import { pictureSpan, type Span } from './picture-span.ts';
import { priceStretches, type Stretch } from './price-stretches.ts';
import { type Quarter, quartersOf } from './quarters.ts';

/** All that the picture shows, as data: the canvas, the readout and the table are made from it. */
export interface PictureModel {
  readonly span: Span;
  readonly quarters: readonly Quarter[];
  /** All of it, in stretches of one price. */
  readonly stretches: readonly Stretch[];
  /** Where the plan charges. */
  readonly blocks: readonly Stretch[];
  /** Top of the scale of power, kW: the same for a night at little power and one at full. */
  readonly topKw: number;
  readonly midnights: readonly Instant[];
  readonly pluggedInAt: Instant | null;
  readonly readyAt: Instant | null;
}

/** What a car takes from an ordinary three-phase charger, 16 A at 400 V. */
const USUAL_KW = 11;

export function pictureModel(vehicle: Vehicle, prices: Prices | null, now: Instant): PictureModel {
  const span = pictureSpan(vehicle, now);
  const quarters = quartersOf(span, prices, vehicle.plan);
  const inside = (iso: string | undefined) => {
    const at = iso === undefined ? null : instant(iso);
    return at !== null && at >= span.fromAt && at <= span.untilAt ? at : null;
  };
  return {
    span,
    quarters,
    stretches: priceStretches([span], quarters),
    blocks: chargingBlocks(vehicle.plan?.windows ?? [], quarters),
    topKw: Math.max(USUAL_KW, ...quarters.map(({ kw }) => kw ?? 0)),
    midnights: osloMidnights(span.fromAt, span.untilAt),
    pluggedInAt: inside(vehicle.session?.pluggedInAt),
    readyAt: inside(vehicle.plan?.readyAt),
  };
}

/** The quarter that holds `at`, as an index; the nearest one outside. */
export function quarterIndex({ span, quarters }: PictureModel, at: Instant): number {
  const index = Math.floor((at - span.fromAt) / QUARTER_MS);
  return Math.min(Math.max(index, 0), quarters.length - 1);
}
