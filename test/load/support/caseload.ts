/** Caseloads as clients read them: page after page. */
import type { Actor, Purpose } from '@sammen/consent';
import type { LargeSystem } from './largeSystem.js';

const PAGE = `query Page($first: Int!, $after: String) {
  citizens(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id } }
}`;

/** All pages of an actor's caseload, as lists of ids, and how many citizens it says there are. */
export async function caseloadOf(system: LargeSystem, actor: Actor, purpose: Purpose, first: number) {
  const pages: string[][] = [];
  let after: string | null = null;
  for (;;) {
    const answer = await system.ask({ actor, purpose, query: PAGE, variables: { first, after } });
    if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
    const { nodes, pageInfo, totalCount } = answer.data.citizens;
    pages.push(nodes.map(({ id }: { id: string }) => id));
    if (!pageInfo.hasNextPage) return { pages, totalCount: totalCount as number };
    after = pageInfo.endCursor;
  }
}

/** A social worker who is in relation with citizens of whom nothing may be seen, and behind them with some others. */
export async function knowPeople(
  system: LargeSystem,
  { unknown, known }: { readonly unknown: number; readonly known: readonly string[] },
): Promise<Actor> {
  const id = 'staff-of-many';
  const organisationId = 'municipality-0561';
  await system.sql(
    'citizen',
    `INSERT INTO care_relation (citizen_id, id, kind, organisation_id, actor_id, valid_from)
     SELECT c, gen_random_uuid(), 'CASEWORKER', $2, $3, now() - interval '1 day'
     FROM unnest($1::uuid[]) AS c`,
    [
      [
        ...Array.from({ length: unknown }, (_, at) => `00000000-0000-8000-8000-${String(at).padStart(12, '0')}`),
        ...known,
      ],
      organisationId,
      id,
    ],
  );
  return {
    id,
    role: 'SOCIAL_WORKER',
    organisationId,
    organisationKind: 'MUNICIPALITY',
    unitId: null,
    citizenId: null,
  };
}
