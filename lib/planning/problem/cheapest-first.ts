/**
 * The slots by price, cheapest first and earliest of one price. By insertion: a few hundred at most, mostly near the place of their neighbour, so
 * quicker than a general sort.
 */
export function cheapestFirst(price: Float64Array): Int32Array {
  const slots = new Int32Array(price.length);
  for (let t = 0; t < price.length; t += 1) {
    const nok = price[t] as number;
    let i = t;
    for (; i > 0 && (price[slots[i - 1] as number] as number) > nok; i -= 1)
      slots[i] = slots[i - 1] as number;
    slots[i] = t;
  }
  return slots;
}
