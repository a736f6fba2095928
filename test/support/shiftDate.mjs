/** Another day, for tests of what hangs on the calendar: the clock goes on as ever, from this day. */

/**
 * Moves `Date` of this realm so that today is the given day, at the present time of day.
 * @param {string} today `YYYY-MM-DD`
 */
export function shiftDate(today) {
  const Real = globalThis.Date;
  const by = Real.parse(today) - Real.parse(new Real().toISOString().slice(0, 10));
  const now = () => Real.now() + by;
  globalThis.Date = new Proxy(Real, {
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
    construct: (target, given, newTarget) =>
      Reflect.construct(
        target,
        given.length === 0 ? [now()] : given,
        newTarget === globalThis.Date ? target : newTarget,
      ),
    apply: () => new Real(now()).toString(),
  });
}
