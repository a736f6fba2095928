import {
  type CountedPerson,
  PEOPLE_PER_CALL,
  STATISTICS_PEOPLE_PATH,
  type Services,
  addServiceRoute,
  isId,
} from '@sammen/subgraph-kit';
import type { FastifyInstance } from 'fastify';
import { citizenErrors } from '../errors.js';

/** Sectors that count. */
const MAY_ASK: readonly string[] = ['psychiatry', 'municipality', 'ngo', 'coordination'];

/**
 * `POST /statistics/people`: of the citizens that a sector has to count, those whose data may be used for statistics,
 * with no more than their cells need. Whoever objects is left out, word for word as somebody who does not exist.
 */
export function addStatisticsPeopleRoute(server: FastifyInstance, { database, callers, log }: Services): Promise<void> {
  return addServiceRoute(server, callers, {
    path: STATISTICS_PEOPLE_PATH,
    async handle({ service, body }) {
      if (!MAY_ASK.includes(service)) throw citizenErrors('STATISTICS_NOT_YOURS');
      const asked = citizenIdsIn(body.toString());
      const found: { person: CountedPerson }[] = await database.query(
        `SELECT json_build_array(p.citizen_id, extract(year FROM p.birth_date)::int, p.gender, p.municipality_code) AS person
         FROM person p
         WHERE p.citizen_id = ANY ($1::uuid[])
           AND NOT EXISTS (SELECT FROM statistics_objection o WHERE o.citizen_id = p.citizen_id AND o.withdrawn_at IS NULL)`,
        [asked],
      );
      log.debug({ service, asked: asked.length, found: found.length }, 'who may be counted');
      return { people: found.map(({ person }) => person) };
    },
  });
}

function citizenIdsIn(body: string): readonly string[] {
  let ids: unknown;
  try {
    ids = (JSON.parse(body) as { citizenIds?: unknown } | null)?.citizenIds;
  } catch {
    // Said below.
  }
  if (!Array.isArray(ids) || ids.length > PEOPLE_PER_CALL || !ids.every(isId))
    throw citizenErrors('STATISTICS_QUESTION_MALFORMED', { field: 'citizenIds' });
  return ids as string[];
}
