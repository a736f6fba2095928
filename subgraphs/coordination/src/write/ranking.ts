/** Orders of ids, first one first. Whatever is done to an order, its ranks are 1..n without gap or repetition. */

/** The order with `id` at a place (1 first); at the end when no place is given or it lies behind. */
export function placed(order: readonly string[], id: string, place?: number | null): string[] {
  const others = without(order, id);
  const index = Math.min(Math.max(place ?? others.length + 1, 1), others.length + 1) - 1;
  return [...others.slice(0, index), id, ...others.slice(index)];
}

/** The order without `id`; what stood behind it moves up. */
export function without(order: readonly string[], id: string): string[] {
  return order.filter((each) => each !== id);
}

/** Whether an order names exactly these ids, each once. */
export function isOrderOf(order: readonly string[], ids: readonly string[]): boolean {
  return order.length === ids.length && isOrderWithin(order, ids);
}

/** Whether an order names only these ids, each at most once. */
export function isOrderWithin(order: readonly string[], ids: readonly string[]): boolean {
  const known = new Set(ids);
  return new Set(order).size === order.length && order.every((id) => known.has(id));
}
