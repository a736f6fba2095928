import { inputDay, today } from '@sammen/subgraph-kit';
import { municipalityErrors } from '../errors.js';

/** The day that an optional input names; today when it was left out. */
export function dayOrToday(date: Date | null | undefined): string {
  return date === null || date === undefined ? today() : inputDay(date);
}

/** The day that an optional input names; null when it was left out or removed. */
export function dayOrNull(date: Date | null | undefined): string | null {
  return date === null || date === undefined ? null : inputDay(date);
}

/** The value of a change: what was left out of the input (undefined) stays. */
export function changed<T>(given: T | undefined, current: T): T {
  return given === undefined ? current : given;
}

/** Like {@link changed}, for what cannot be removed: null stays, too. */
export function changedTo<T>(given: T | null | undefined, current: T): T {
  return given ?? current;
}

/** The end of a period that lasts at least no time. @throws ENDS_BEFORE_START */
export function endOf(validFrom: string, validTo: string | null, field = 'input.validTo'): string | null {
  if (validTo !== null && validTo < validFrom) throw municipalityErrors('ENDS_BEFORE_START', { field });
  return validTo;
}
