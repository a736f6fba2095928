/**
 * An actor's caseload: those whom they are in a relation with and may see anything of. Deciding that delivers nothing
 * but opaque ids of people whom the actor knows; what is then read of them is granted and logged like everything else.
 */
import { type Actor, type CitizenFacts, DATA_CATEGORIES, type Instant, type Purpose, decide } from '@sammen/consent';
import {
  type Citizen,
  type Connection,
  type PageArguments,
  type SubgraphContext,
  citizenReference,
  kitError,
  pageRequest,
} from '@sammen/subgraph-kit';
import { readFacts } from '../decision/readFacts.js';
import { citizenErrors } from '../errors.js';
import { CitizenConnection } from '../model/connections.js';
import { candidates } from './candidates.js';

/** More than this is never decided for one page or one count; a whole department may be treating far more. */
const MOST_DECIDED = 2_000;
/** Looked at beyond what the page needs, since some may be withheld altogether. */
const SPARE = 20;

type Asker = Pick<SubgraphContext, 'actor' | 'purpose' | 'database'>;

/** A page of the caseload, by id. @throws INVALID_CURSOR, PAGE_TOO_LARGE, LIST_TOO_LARGE */
export async function caseloadPage(page: PageArguments, asker: Asker): Promise<Connection<Citizen>> {
  const { first, afterId } = pageRequest(page);
  const visible: string[] = [];
  const wanted = first + (afterId === null ? 1 : 2);
  let from = afterId;
  let decided = 0;
  for (let size = wanted + SPARE; visible.length < wanted; size *= 2) {
    const known = await candidates(asker.database, asker.actor, from, size + 1);
    const next = known.length > size ? known.pop()! : null;
    visible.push(...(await visibleOf(known, asker)));
    decided += known.length;
    if (next === null) break;
    if (visible.length < wanted && decided >= MOST_DECIDED) throw kitError('LIST_TOO_LARGE');
    from = next;
  }
  if (afterId !== null && visible.shift() !== afterId) throw kitError('INVALID_CURSOR', { field: 'after' });
  return CitizenConnection.of({
    rows: visible.slice(0, first).map(citizenReference),
    hasNextPage: visible.length > first,
    count: () => countVisible(asker),
  });
}

async function countVisible(asker: Asker): Promise<number> {
  const known = await candidates(asker.database, asker.actor, null, MOST_DECIDED + 1);
  if (known.length > MOST_DECIDED) throw citizenErrors('CASELOAD_NOT_COUNTED');
  return (await visibleOf(known, asker)).length;
}

async function visibleOf(citizenIds: readonly string[], { actor, purpose, database }: Asker): Promise<string[]> {
  const { at, facts } = await readFacts(database.manager, citizenIds);
  return citizenIds.filter((id) => seesAnything(actor, purpose, facts.get(id), at));
}

function seesAnything(actor: Actor, purpose: Purpose, facts: CitizenFacts | undefined, at: Instant): boolean {
  if (facts === undefined) return false;
  const { citizenId } = facts;
  return DATA_CATEGORIES.some(
    (category) => decide({ actor, purpose, citizenId, category, at }, facts).effect === 'PERMIT',
  );
}
