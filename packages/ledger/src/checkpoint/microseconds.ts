/** Times keep all six digits that PostgreSQL has: one lost would make another hash. */

/** Decimal microseconds since 1970 as ISO 8601. */
export function microsecondsAsText(us: string): string {
  const whole = BigInt(us);
  const micros = String(whole % 1_000_000n).padStart(6, '0');
  return `${new Date(Number(whole / 1_000_000n) * 1000).toISOString().slice(0, 19)}.${micros}Z`;
}
