import { type CategorySet, decodeCategories } from '@sammen/consent';
import type { GrantClaims } from '@sammen/identity';

/** What one request knows to be decided about one citizen. The sets are shared, and replaced when more is learnt. */
export interface Known {
  asked: CategorySet;
  permitted: CategorySet;
  askedWrites: CategorySet;
  permittedWrites: CategorySet;
  unavailable: boolean;
}

const NOTHING: CategorySet = new Set();

/** What one request knows to be decided, by citizen. */
export interface Knowledge {
  readonly known: Map<string, Known>;
  /** What is known about a citizen; nothing, for one who is new here. */
  entry(citizenId: string): Known;
  /** Takes a decision in; it is later than all before it. @throws RangeError for what is no set of categories (INVARIANT I-4) */
  learn(claims: Pick<GrantClaims, 'c' | 'w'>): void;
}

/** Begins with what the grants of a request say: they add up, and where two speak of the same the later counts. */
export function createKnowledge(grants: readonly GrantClaims[]): Knowledge {
  const known = new Map<string, Known>();

  const entry = (citizenId: string): Known => {
    let found = known.get(citizenId);
    if (found === undefined) {
      found = {
        asked: NOTHING,
        permitted: NOTHING,
        askedWrites: NOTHING,
        permittedWrites: NOTHING,
        unavailable: false,
      };
      known.set(citizenId, found);
    }
    return found;
  };

  const learn = (claims: Pick<GrantClaims, 'c' | 'w'>): void => {
    for (const [citizenId, [asked, permitted]] of Object.entries(claims.c)) {
      const about = entry(citizenId);
      const now = { asked: decodeCategories(asked), permitted: decodeCategories(permitted) };
      [about.asked, about.permitted] = replaced(about.asked, about.permitted, now);
    }
    for (const [citizenId, [asked, permitted]] of Object.entries(claims.w)) {
      const about = entry(citizenId);
      const now = { asked: decodeCategories(asked), permitted: decodeCategories(permitted) };
      [about.askedWrites, about.permittedWrites] = replaced(about.askedWrites, about.permittedWrites, now);
    }
  };

  // A request can hold an earlier and a later decision: from before and after a write of its own.
  [...grants].sort((a, b) => a.asOf - b.asOf || a.seq - b.seq).forEach(learn);
  return { known, entry, learn };
}

/** INVARIANT I-10: a permit that a later decision took back is gone, in whatever order the grants arrived. */
function replaced(
  asked: CategorySet,
  permitted: CategorySet,
  now: Pick<Known, 'asked' | 'permitted'>,
): readonly [asked: CategorySet, permitted: CategorySet] {
  const both = [...now.permitted].filter((category) => now.asked.has(category));
  if (asked.size === 0) return [now.asked, both.length === now.permitted.size ? now.permitted : new Set(both)];
  const left = [...permitted].filter((category) => !now.asked.has(category));
  return [new Set([...asked, ...now.asked]), new Set([...left, ...both])];
}
