import type { CitizenFacts, Instant } from '@sammen/consent';
import { POLICY_VERSION } from '@sammen/consent';
import type { EntityManager } from 'typeorm';

/** Everything that decisions of one request rest on: one moment, one snapshot (INVARIANT I-11). */
export interface FactsSnapshot {
  /** By the database's clock, which all nodes share. */
  readonly at: Instant;
  readonly facts: ReadonlyMap<string, CitizenFacts>;
}

const ms = (column: string) => `round(extract(epoch FROM ${column}) * 1000)::float8`;
const list = (fields: string, from: string) =>
  `(SELECT coalesce(json_agg(json_build_object(${fields})), '[]') FROM ${from})`;

const CHOICE = `
  'id', f.id, 'version', f.version, 'recipients', f.recipients, 'sources', f.sources, 'categories', f.categories,
  'purposes', f.purposes, 'validFrom', ${ms('f.valid_from')}, 'validTo', ${ms('f.valid_to')},
  'recordedAt', ${ms('f.recorded_at')}, 'withdrawnAt', NULL`;

/**
 * Withdrawn and superseded choices are left out by what is committed, not by comparing clocks: a withdrawal
 * that has returned counts in every snapshot taken after it, whatever the time there (INVARIANT I-10).
 */
const CURRENT = (effect: string) =>
  `consent_choice f WHERE f.citizen_id = p.citizen_id AND f.effect = '${effect}' AND f.withdrawn_at IS NULL AND f.superseded_at IS NULL`;

/** Whoever broke the glass has made their organisation answerable to the citizen for it, for as long as that is on record. */
const RELATIONS = `
  SELECT id, kind, organisation_id, unit_id, actor_id, plan_kind, valid_from, valid_to FROM care_relation
  WHERE citizen_id = p.citizen_id AND (valid_to IS NULL OR valid_to > statement_timestamp())
  UNION ALL
  SELECT id, 'EMERGENCY_OPENED', organisation_id, NULL, NULL, NULL, opened_at, NULL FROM emergency_access
  WHERE citizen_id = p.citizen_id AND organisation_id IS NOT NULL`;

const STATEMENT = `
  SELECT p.citizen_id, ${ms('statement_timestamp()')} AS at,
    ${list(`${CHOICE}, 'lifts', f.lifts`, CURRENT('CONSENT'))} AS consents,
    ${list(`${CHOICE}, 'declines', f.declines`, CURRENT('BLOCK'))} AS blocks,
    ${list(
      `'id', r.id, 'kind', r.kind, 'organisationId', r.organisation_id, 'unitId', r.unit_id, 'actorId', r.actor_id,
       'planKind', r.plan_kind, 'validFrom', ${ms('r.valid_from')}, 'validTo', ${ms('r.valid_to')}`,
      `(${RELATIONS}) r`,
    )} AS relations,
    ${list(
      `'id', m.id, 'actorId', m.actor_id, 'categories', m.categories, 'validFrom', ${ms('m.valid_from')}, 'validTo', ${ms('m.valid_to')}`,
      `representative m WHERE m.citizen_id = p.citizen_id`,
    )} AS representatives,
    ${list(
      `'id', e.id, 'actorId', e.actor_id, 'kind', e.kind, 'reason', e.reason, 'categories', e.categories,
       'openedAt', ${ms('e.opened_at')}, 'expiresAt', ${ms('e.expires_at')}`,
      `emergency_access e WHERE e.citizen_id = p.citizen_id AND e.expires_at > statement_timestamp()`,
    )} AS emergencies
  FROM person p WHERE p.citizen_id = ANY($1::uuid[])`;

interface Row extends Pick<CitizenFacts, 'consents' | 'blocks' | 'relations' | 'representatives'> {
  readonly citizen_id: string;
  readonly at: number;
  readonly emergencies: CitizenFacts['emergencyAccesses'];
}

/** The facts of those of the citizens who exist, in one statement for any number of them (INVARIANT I-12). */
export async function readFacts(manager: EntityManager, citizenIds: readonly string[]): Promise<FactsSnapshot> {
  const rows: Row[] = await manager.query(STATEMENT, [citizenIds]);
  const facts = new Map(
    rows.map(({ citizen_id: citizenId, emergencies, consents, blocks, relations, representatives }) => [
      citizenId,
      {
        citizenId,
        consents,
        blocks,
        relations,
        representatives,
        emergencyAccesses: emergencies,
        policyVersion: POLICY_VERSION,
      },
    ]),
  );
  return { at: rows[0]?.at ?? Date.now(), facts };
}
