/**
 * The grants that came back in one request, verified as they arrive, beside the fetches that are still running: only one
 * that the decision point signed or sealed, for this actor, purpose and request, permits anything (INVARIANT I-1).
 */
import { decodeCategories, unionOf, type CategorySet } from '@sammen/consent';
import { assertGrantBoundTo, type GrantBinding, type GrantClaims, type GrantVerifier } from '@sammen/identity';
import { SammenError } from '@sammen/errors';
import type { PermitsByCitizen } from './recheckData.js';

/** What the executor does with grants: it takes them from answers and sends all it has with the next fetch. */
export interface GrantBag extends Iterable<string> {
  add(grant: string): unknown;
}

/** What the grants of a request say once they are all here. */
export interface VerifiedGrants {
  /** What any of them permits: each was a decision that is in the access log. */
  readonly permits: PermitsByCitizen;
  /** How many citizens were decided alike: asked and permitted categories as they stand in grants, with a blank between. */
  readonly decided: ReadonlyMap<string, number>;
  /** Codes of grants that do not count. */
  readonly refused: readonly string[];
  /** That of these nothing is known, because the decision point's keys could not be had. */
  readonly unavailable: SammenError | undefined;
}

/** A bag that verifies; null as the binding: a request without a purpose can have no grant. */
export interface RequestGrants extends GrantBag {
  verified(): Promise<VerifiedGrants>;
}

/** Far more than the steps of a plan; a source that sends more does not get them all verified. */
const MOST_GRANTS = 1_000;

/** An empty bag for a new request. */
export function createRequestGrants(verifier: GrantVerifier, binding: GrantBinding | null): RequestGrants {
  const seen = new Map<string, Promise<GrantClaims | SammenError>>();
  /** Every fetch looks at what is granted so far; it changes with the next grant only. */
  let sofar: Promise<VerifiedGrants> | null = null;

  async function verify(grant: string): Promise<GrantClaims | SammenError> {
    try {
      const claims = await verifier.verify(grant);
      if (binding) assertGrantBoundTo(claims, binding);
      return claims;
    } catch (error) {
      if (error instanceof SammenError) return error;
      throw error;
    }
  }

  return {
    add(grant) {
      if (seen.has(grant) || seen.size === MOST_GRANTS) return;
      const claims = verify(grant);
      claims.catch(() => undefined); // Whoever asks for all gets it.
      seen.set(grant, claims);
      sofar = null;
    },
    [Symbol.iterator]: () => seen.keys(),
    verified: () => (sofar ??= read()),
  };

  async function read(): Promise<VerifiedGrants> {
    const permits = new Map<string, CategorySet>();
    const decided = new Map<string, number>();
    const refused: string[] = [];
    let unavailable: SammenError | undefined;
    for (const claims of await Promise.all(seen.values())) {
      if (!(claims instanceof SammenError)) {
        if (addPermits(permits, claims)) countDecided(decided, claims);
        else refused.push('GRANT_INVALID');
      } else if (claims.code === 'GRANT_KEYS_UNAVAILABLE') unavailable = claims;
      else refused.push(claims.code);
    }
    return { permits: binding ? permits : new Map(), decided, refused, unavailable };
  }
}

/** False, with nothing added, for categories that are not known here. */
function addPermits(permits: Map<string, CategorySet>, { c }: GrantClaims): boolean {
  try {
    const read = Object.entries(c).map(
      ([citizenId, [, permitted]]) => [citizenId, decodeCategories(permitted)] as const,
    );
    for (const [citizenId, more] of read) {
      const known = permits.get(citizenId);
      permits.set(citizenId, known ? unionOf(known, more) : more);
    }
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function countDecided(decided: Map<string, number>, { c }: GrantClaims): void {
  for (const [asked, permitted] of Object.values(c)) {
    const pair = `${asked} ${permitted}`;
    decided.set(pair, (decided.get(pair) ?? 0) + 1);
  }
}
