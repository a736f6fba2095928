import { type DataCategory, decodeCategories } from '@sammen/consent';
import type { GrantClaims } from '@sammen/identity';

/** What one request knows to be decided about one citizen. */
export interface Known {
  readonly asked: Set<DataCategory>;
  readonly permitted: Set<DataCategory>;
  readonly askedWrites: Set<DataCategory>;
  readonly permittedWrites: Set<DataCategory>;
  unavailable: boolean;
}

/** What one request knows to be decided, by citizen. */
export interface Knowledge {
  readonly known: Map<string, Known>;
  /** What is known about a citizen; nothing, for one who is new here. */
  entry(citizenId: string): Known;
  /** Takes a decision in; it is later than all before it. */
  learn(claims: Pick<GrantClaims, 'c' | 'w'>): void;
}

/** Begins with what the grants of a request say: they add up, and where two speak of the same the later counts. */
export function createKnowledge(grants: readonly GrantClaims[]): Knowledge {
  const known = new Map<string, Known>();

  const entry = (citizenId: string): Known => {
    let found = known.get(citizenId);
    if (found === undefined) {
      found = {
        asked: new Set(),
        permitted: new Set(),
        askedWrites: new Set(),
        permittedWrites: new Set(),
        unavailable: false,
      };
      known.set(citizenId, found);
    }
    return found;
  };

  const learn = (claims: Pick<GrantClaims, 'c' | 'w'>): void => {
    for (const [citizenId, [asked, permitted]] of Object.entries(claims.c)) {
      const about = entry(citizenId);
      replace(about.asked, about.permitted, asked, permitted);
    }
    for (const [citizenId, [asked, permitted]] of Object.entries(claims.w)) {
      const about = entry(citizenId);
      replace(about.askedWrites, about.permittedWrites, asked, permitted);
    }
  };

  // A request can hold an earlier and a later decision: from before and after a write of its own.
  [...grants].sort((a, b) => a.asOf - b.asOf || a.seq - b.seq).forEach(learn);
  return { known, entry, learn };
}

/** INVARIANT I-10: a permit that a later decision took back is gone, in whatever order the grants arrived. */
function replace(asked: Set<DataCategory>, permitted: Set<DataCategory>, askedHex: string, permittedHex: string): void {
  const now = decodeCategories(permittedHex);
  for (const category of decodeCategories(askedHex)) {
    asked.add(category);
    if (now.has(category)) permitted.add(category);
    else permitted.delete(category);
  }
}
