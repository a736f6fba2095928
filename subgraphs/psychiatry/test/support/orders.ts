/** All orders in which things can come; `n!` of them, so for few things only. */
export function* orders<T>(things: readonly T[]): Generator<readonly T[]> {
  if (things.length < 2) {
    yield things;
    return;
  }
  for (const [index, first] of things.entries()) {
    for (const rest of orders(things.toSpliced(index, 1))) yield [first, ...rest];
  }
}
