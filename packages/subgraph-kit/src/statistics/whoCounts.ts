/**
 * Who may be counted is the citizen subgraph's to say, and so is where they live and how old they are. It is asked when
 * a quarter is counted, about those to be counted and nobody else, and forgotten afterwards (INVARIANT I-13).
 */
import type { EntityManager } from 'typeorm';
import { kitError } from '../errors.js';
import type { ServiceCaller } from '../server/serviceCaller.js';

/** The address at the citizen subgraph. */
export const STATISTICS_PEOPLE_PATH = '/statistics/people';

/** As many citizens are asked about at once. */
export const PEOPLE_PER_CALL = 5_000;

/** One citizen who may be counted: id, year of birth, gender, code of the municipality. */
export type CountedPerson = readonly [citizenId: string, birthYear: number, gender: string, municipality: string];

/**
 * Completes the rows of `statistic_person` of those who may be counted; the others stay empty, and who is empty is not
 * counted (INVARIANT I-4). @returns how many may be counted @throws when the citizen subgraph does not answer
 */
export async function fetchWhoCounts(manager: EntityManager, citizens: ServiceCaller): Promise<number> {
  let last = '00000000-0000-0000-0000-000000000000';
  let counted = 0;
  for (;;) {
    const page: { citizen_id: string }[] = await manager.query(
      `SELECT citizen_id FROM statistic_person WHERE citizen_id > $1 ORDER BY citizen_id LIMIT ${PEOPLE_PER_CALL}`,
      [last],
    );
    if (page.length === 0) return counted;
    const citizenIds = page.map(({ citizen_id }) => citizen_id);
    const people = await askWhoCounts(citizens, citizenIds);
    await manager.query(
      `UPDATE statistic_person p SET birth_year = u.birth_year, gender = u.gender, municipality = u.municipality
       FROM unnest($1::uuid[], $2::int[], $3::text[], $4::text[]) AS u (citizen_id, birth_year, gender, municipality)
       WHERE p.citizen_id = u.citizen_id`,
      [0, 1, 2, 3].map((column) => people.map((person) => person[column as 0])),
    );
    counted += people.length;
    last = citizenIds.at(-1)!;
  }
}

async function askWhoCounts(citizens: ServiceCaller, citizenIds: readonly string[]): Promise<readonly CountedPerson[]> {
  const { status, body } = await citizens.post(STATISTICS_PEOPLE_PATH, { citizenIds });
  const people = (body as { people?: unknown } | null)?.people;
  if (status !== 200 || !Array.isArray(people)) throw kitError('STATISTICS_PEOPLE_UNAVAILABLE');
  return people as readonly CountedPerson[];
}
