/** Synthetic CPR numbers have serials 99xx, as official test persons do: no living person can be hit, and no two citizens of a population share one. */

/** A CPR number's ten digits from a birth date (`YYYY-MM-DD`, 1937–2036, the century that a seventh digit of 9 means) and one of 50 slots. */
export function cprOf(birthDate: string, slot: number, gender: 'FEMALE' | 'MALE'): string {
  const serial = 9900 + 2 * slot + (gender === 'MALE' ? 1 : 0);
  return birthDate.slice(8, 10) + birthDate.slice(5, 7) + birthDate.slice(2, 4) + serial;
}

/** A replacement number: the birth date and letters, so that it can be taken for no CPR number. */
export function replacementCprOf(birthDate: string): string {
  return birthDate.slice(8, 10) + birthDate.slice(5, 7) + birthDate.slice(2, 4) + '9TB1';
}

/** Slots 0–4 serve the first 220, 5–43 the larger population, 44–49 people made by hand (edge cases). */
export const LARGER_SLOTS = { from: 5, count: 39 } as const;

/** Strata of birth dates per slot in the larger population; the narrowest is more than four days wide. */
export const STRATA_BITS = 12;

/** The bits of a stratum's number in reverse: a low-discrepancy order, so that any first part of the population has the right ages. */
export function reverseBits(value: number, bits: number): number {
  let reversed = 0;
  for (let bit = 0; bit < bits; bit++) reversed |= ((value >>> bit) & 1) << (bits - 1 - bit);
  return reversed;
}
