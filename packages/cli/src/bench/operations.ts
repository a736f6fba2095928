/** What the bench asks: the overview, about one citizen, about 25, and about many different ones. */
import { DATA_CATEGORIES, type Actor, type Purpose } from '@sammen/consent';
import type { DevelopmentIssuer } from '@sammen/identity';
import { citizenIdOf, personasOf, personOf } from '@sammen/population';
import pg from 'pg';
import { CASELOAD_QUERY, EXAMPLE_QUERY } from '../exampleQuery.js';
import type { Population } from '../system/seeding.js';
import type { Request } from './load.js';

/** A kind of request. */
export interface Operation {
  readonly name: string;
  readonly requests: readonly Request[];
}

/** Overviews in which everything is permitted. */
export const OF_ONE = 'One citizen, by a guardian';
/** The same for 25. */
export const OF_MANY = 'The same 25 citizens, by a guardian';

const NOBODYS = { organisationId: null, organisationKind: 'NONE', unitId: null } as const;
/** Who may see everything of 25 citizens. */
export const GUARDIAN: Actor = { ...NOBODYS, id: 'guardian-of-the-bench', role: 'GUARDIAN', citizenId: null };
/** The first ten are citizens of Esbjerg, in every population. */
const OF_ESBJERG = Array.from({ length: 10 }, (_, index) => index);
const SPREAD = 200;

/** Somebody with a full mandate for the same 25 citizens in every population: what they are answered has the same size. */
async function representTheSame25(adminUrl: string, seed: number): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO representative (citizen_id, id, actor_id, name, kind, mandate, categories, valid_from)
       SELECT c, gen_random_uuid(), $2, 'Bench', 'GUARDIAN', 'Everything', $3::text[], now() - interval '1 day'
       FROM unnest($1::uuid[]) AS c`,
      [Array.from({ length: 25 }, (_, index) => citizenIdOf(seed, index)), GUARDIAN.id, DATA_CATEGORIES],
    );
  } finally {
    await client.end();
  }
}

/**
 * The operations for one population; makes what they need.
 * @param adminUrl administrator's connection string of the citizen subgraph's database
 */
export async function operationsFor(
  { citizens, seed }: Population,
  issuer: DevelopmentIssuer,
  adminUrl: string,
): Promise<Operation[]> {
  await representTheSame25(adminUrl, seed);
  const { 'key-manager': keyManager, psychiatrist } = personasOf(seed);

  const request = async (actor: Actor, purpose: Purpose, query: string, variables: object): Promise<Request> => ({
    authorization: `Bearer ${await issuer.issue(actor)}`,
    purpose,
    body: JSON.stringify({ query, variables }),
  });
  const ofThemselves = (index: number): Promise<Request> => {
    const { id, actorId } = personOf(seed, index);
    const actor: Actor = { ...NOBODYS, id: actorId, role: 'CITIZEN', citizenId: id };
    return request(actor, 'SELF_ACCESS', EXAMPLE_QUERY, { id });
  };
  const spread = Array.from({ length: Math.min(SPREAD, citizens) }, (_, at) =>
    Math.floor((at * citizens) / Math.min(SPREAD, citizens)),
  );
  const asKeyManager = OF_ESBJERG.map((index) =>
    request(keyManager.actor, 'CARE_COORDINATION', EXAMPLE_QUERY, { id: citizenIdOf(seed, index) }),
  );
  return [
    { name: 'One citizen, by a key manager', requests: await Promise.all(asKeyManager) },
    { name: 'One citizen, each by themselves', requests: await Promise.all(spread.map(ofThemselves)) },
    {
      name: OF_ONE,
      requests: [await request(GUARDIAN, 'REPRESENTATION', EXAMPLE_QUERY, { id: citizenIdOf(seed, 0) })],
    },
    {
      name: OF_MANY,
      requests: [await request(GUARDIAN, 'REPRESENTATION', CASELOAD_QUERY, { first: 25 })],
    },
    {
      name: '25 of a department’s, by a psychiatrist',
      requests: [await request(psychiatrist.actor, 'TREATMENT', CASELOAD_QUERY, { first: 25 })],
    },
  ];
}
