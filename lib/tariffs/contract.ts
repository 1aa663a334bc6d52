/**
 * What the home pays for its power, øre/kWh ex VAT. `spot`: the hour's day-ahead price. `norgespris`: the state's fixed price,
 * settled hour by hour against spot. `fixed`: the retailer's own fixed price; strømstøtte follows spot all the same.
 */
export type Contract =
  | { readonly kind: 'spot'; readonly markupOrePerKwh: number }
  | { readonly kind: 'norgespris'; readonly markupOrePerKwh: number }
  | { readonly kind: 'fixed'; readonly markupOrePerKwh: number; readonly priceOrePerKwh: number };
