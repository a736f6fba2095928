/** Rows that a young population has few of or none: mandates of all widths, emergency accesses, reviews, requests, topics. */
import { DATA_CATEGORIES } from '@sammen/consent';
import { PERSONAS } from '@sammen/population';
import type { Databases } from './plantCanaries.js';

const { psychiatrist, 'ward-nurse': nurse, 'data-protection-officer': officer } = PERSONAS;

/** The same id in every run, so that a saved case may name it. */
const idOf = (what: string, which = "''"): string => `md5('${what} ' || ($1::uuid)::text || ${which}::text)::uuid`;

/** Inserts them; their texts are planted with all others. */
export async function prepare(databases: Databases, citizenIds: readonly string[]): Promise<void> {
  const citizen = databases['citizen']!;
  for (const [index, citizenId] of citizenIds.slice(0, 8).entries()) {
    // Half of all categories, another half for each; every third mandate is over.
    const covered = DATA_CATEGORIES.filter((_, bit) => (bit + index) % 2 === 0 || bit % 5 === index % 5);
    await citizen.query(
      `INSERT INTO representative (citizen_id, id, actor_id, name, kind, mandate, categories, valid_from, valid_to)
       VALUES ($1, ${idOf('mandate')}, $2, 'x', 'GUARDIAN', 'x', $3, now() - interval '1 year', now() + $4::interval)`,
      [citizenId, `canary-guardian-${index % 4}`, covered, index % 3 === 2 ? '-1 day' : '1 year'],
    );
    const { actor } = index % 2 === 0 ? psychiatrist : nurse;
    const { rows } = await citizen.query(
      `INSERT INTO emergency_access
         (citizen_id, id, actor_id, actor_role, organisation_id, kind, reason, categories, opened_at, expires_at)
       SELECT $1, ${idOf('emergency', 'ago')}, $2, $3, $4, 'VITAL_INTEREST', 'ten letters', $5, now() - ago, now() - ago + interval '1 hour'
       FROM unnest(ARRAY[interval '2 days', interval '5 minutes']) AS ago RETURNING id, expires_at < now() AS is_over`,
      [citizenId, actor.id, actor.role, actor.organisationId, covered],
    );
    await citizen.query(
      `INSERT INTO emergency_review (citizen_id, id, emergency_id, version, outcome, note, reviewed_by, organisation_id)
       VALUES ($1, ${idOf('review')}, $2, 1, 'ACCEPTED', 'ten letters', $3, $4)`,
      [citizenId, rows.find(({ is_over }) => is_over).id, officer.actor.id, officer.actor.organisationId],
    );
    await citizen.query(
      `INSERT INTO consent_request
         (citizen_id, id, actor_id, actor_role, organisation_id, categories, purpose, text, asked_at, lapses_at)
       VALUES ($1, ${idOf('request')}, $2, $3, $4, $5, 'TREATMENT', 'ten letters', now(), now() + interval '9 days')`,
      [citizenId, actor.id, actor.role, actor.organisationId, covered],
    );
  }
  const coordination = databases['coordination']!;
  await coordination.query(`UPDATE agenda_item SET agreement_id = NULL, topic = 'x' WHERE position % 2 = 0`);
  await coordination.query(
    `INSERT INTO care_contact (citizen_id, id, case_id, at, channel, note, role)
     SELECT citizen_id, md5('contact ' || id)::uuid, id, now(), 'PHONE', 'x', 'KEY_MANAGER' FROM coordination_case`,
  );
  await coordination.query(`UPDATE plan_change SET subject_id = id`);
  await coordination.query(`UPDATE plan SET replaces = '{x}'`);
}
