import pg from 'pg';
import { useSystem } from '../../../test/support/system.js';
import { derivedId } from '../src/write/derivedId.js';

const system = useSystem();

async function rowsOf(subgraph: string, sql: string, values: unknown[] = []): Promise<any[]> {
  const client = new pg.Client({ connectionString: system.databaseUrl(subgraph) });
  await client.connect();
  const { rows } = await client.query(sql, values);
  await client.end();
  return rows;
}

/** Matches that the seed made; what tests made has other words for its goals. */
const SEEDED = `SELECT m.citizen_id, m.id, p.actor_id, m.organisation_id FROM mentorship m JOIN mentor p ON p.id = m.mentor_id
  WHERE m.ended_on IS NULL AND m.goals <> '{"At komme mere ud"}' AND m.version = 1 AND p.actor_id LIKE 'staff-%'`;

/** Ids are random digits and may look like anything. */
const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';

describe('the synthetic population', () => {
  it('has the same matches here as the decision point has relations, so that ending one here ends it there', async () => {
    const matches = await rowsOf('ngo', SEEDED);
    expect(matches.length).toBeGreaterThan(20);
    const relations = await rowsOf(
      'citizen',
      `SELECT id, actor_id, organisation_id FROM care_relation WHERE kind = 'MENTOR_MATCH'`,
    );
    for (const { id, actor_id, organisation_id } of matches) {
      expect(relations).toContainEqual({ id, actor_id, organisation_id });
      expect(relations).toContainEqual({
        id: derivedId(`organisation-of-match:${id}`),
        actor_id: null,
        organisation_id,
      });
    }
  });

  it('has nobody matched with more citizens than they have room for', async () => {
    const overfull = await rowsOf(
      'ngo',
      `SELECT mentor.id FROM mentor JOIN mentorship ON mentor_id = mentor.id AND ended_on IS NULL
       GROUP BY mentor.id HAVING count(*) > capacity
       UNION ALL SELECT volunteer.id FROM volunteer JOIN visit_agreement ON volunteer_id = volunteer.id AND ended_on IS NULL
       GROUP BY volunteer.id HAVING count(*) > capacity`,
    );
    expect(overfull).toEqual([]);
  });

  it('holds no CPR number in any column of any table', async () => {
    const tables = await rowsOf('ngo', `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`);
    expect(tables.length).toBeGreaterThan(12);
    const known = await rowsOf('citizen', `SELECT number FROM cpr_number LIMIT 5`);
    for (const { tablename } of tables) {
      const found = await rowsOf(
        'ngo',
        `SELECT 1 FROM ${tablename} t WHERE holds_cpr(regexp_replace(t::text, '${UUID}', '', 'g')) LIMIT 1`,
      );
      expect([tablename, found]).toEqual([tablename, []]);
    }
    // The search finds one where there is one.
    expect(await rowsOf('ngo', `SELECT holds_cpr($1) AS found`, [`borger ${known[0].number} her`])).toEqual([
      { found: true },
    ]);
  });
});
