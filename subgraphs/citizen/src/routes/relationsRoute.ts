import { RELATION_KINDS, type RelationKind } from '@sammen/consent';
import { type Services, addServiceRoute, isId } from '@sammen/subgraph-kit';
import type { FastifyInstance } from 'fastify';
import type { EntityManager } from 'typeorm';
import { citizenErrors } from '../errors.js';

/** Which service may vouch for which relations: a sector cannot give another's people access. */
const KINDS_OF_SERVICE: Readonly<Record<string, readonly RelationKind[]>> = {
  psychiatry: ['TREATING_UNIT'],
  municipality: ['CASEWORKER', 'RESIDENT_MUNICIPALITY'],
  ngo: ['MENTOR_MATCH', 'VOLUNTEER_MATCH', 'COURSE_ENROLMENT'],
  coordination: ['KEY_MANAGER', 'PLAN_PARTY'],
};

interface RelationEvent {
  readonly eventId: string;
  readonly citizenId: string;
  readonly relation: {
    readonly id: string;
    readonly kind: RelationKind;
    readonly organisationId: string;
    readonly unitId: string | null;
    readonly actorId: string | null;
    readonly planKind: string | null;
    readonly validFrom: number;
    readonly validTo: number | null;
  };
}

/** `POST /relations`: care relations that a sector's writes made or ended, signed by that sector's service. */
export function addRelationsRoute(server: FastifyInstance, { database, callers }: Services): Promise<void> {
  return addServiceRoute(server, callers, {
    path: '/relations',
    async handle({ service, body, reply }) {
      const events = eventsOf(body.toString(), KINDS_OF_SERVICE[service] ?? []);
      await database.transaction(async (manager) => {
        for (const event of inOrderOfCitizens(events)) await apply(manager, service, event);
      });
      return reply.code(204).send();
    },
  });
}

/** Each locks its citizen's version of facts until commit: decisions lock several in the same order. Of one citizen as told. */
const inOrderOfCitizens = (events: readonly RelationEvent[]): RelationEvent[] =>
  events.toSorted((one, other) => (one.citizenId < other.citizenId ? -1 : Number(one.citizenId > other.citizenId)));

/** The same event twice changes nothing; a later event of the same relation wins. */
async function apply(
  manager: EntityManager,
  service: string,
  { eventId, citizenId, relation }: RelationEvent,
): Promise<void> {
  const fresh: unknown[] = await manager.query(
    `INSERT INTO relation_event (event_id, service) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1`,
    [eventId, service],
  );
  if (fresh.length === 0) return;
  await manager.query(
    `INSERT INTO care_relation (citizen_id, id, kind, organisation_id, unit_id, actor_id, plan_kind, valid_from, valid_to)
     VALUES ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::float8 / 1000), to_timestamp($9::float8 / 1000))
     ON CONFLICT (citizen_id, id) DO UPDATE SET organisation_id = EXCLUDED.organisation_id, unit_id = EXCLUDED.unit_id,
       actor_id = EXCLUDED.actor_id, plan_kind = EXCLUDED.plan_kind, valid_from = EXCLUDED.valid_from, valid_to = EXCLUDED.valid_to
     WHERE care_relation.kind = EXCLUDED.kind`,
    [
      citizenId,
      relation.id,
      relation.kind,
      relation.organisationId,
      relation.unitId,
      relation.actorId,
      relation.planKind,
      relation.validFrom,
      relation.validTo,
    ],
  );
}

function eventsOf(body: string, kinds: readonly RelationKind[]): readonly RelationEvent[] {
  let parsed: unknown;
  try {
    parsed = (JSON.parse(body) as { events?: unknown }).events;
  } catch {
    throw citizenErrors('RELATION_EVENT_MALFORMED');
  }
  if (!Array.isArray(parsed)) throw citizenErrors('RELATION_EVENT_MALFORMED', { field: 'events' });
  for (const event of parsed as (RelationEvent | null)[]) {
    if (typeof event !== 'object' || event === null)
      throw citizenErrors('RELATION_EVENT_MALFORMED', { field: 'events' });
    const { relation } = event;
    const wellFormed =
      isId(event.eventId) &&
      isId(event.citizenId) &&
      isId(relation?.id) &&
      RELATION_KINDS.includes(relation.kind) &&
      typeof relation.organisationId === 'string' &&
      isTextOrNull(relation.unitId) &&
      isTextOrNull(relation.actorId) &&
      [null, 'DISCHARGE_AGREEMENT', 'COORDINATION_PLAN'].includes(relation.planKind) &&
      Number.isFinite(relation.validFrom) &&
      (relation.validTo === null || Number.isFinite(relation.validTo));
    if (!wellFormed) throw citizenErrors('RELATION_EVENT_MALFORMED', { field: 'events.relation' });
    if (!kinds.includes(relation.kind)) throw citizenErrors('RELATION_NOT_YOURS');
  }
  return parsed as RelationEvent[];
}

function isTextOrNull(value: unknown): boolean {
  return value === null || (typeof value === 'string' && value !== '');
}
