/** What a decision may rest on, read from the citizen database by statements of our own. */
import type { Actor, CitizenFacts, DataCategory, Purpose } from '@sammen/consent';
import { DATA_CATEGORIES } from '@sammen/consent';
import type pg from 'pg';
import { oracle } from '../../../packages/consent/test/oracle.js';
import { isPossible } from './actors.js';
import type { Permits } from './expected.js';

/** The facts of every citizen at one moment. */
export interface Snapshot {
  readonly at: number;
  readonly facts: ReadonlyMap<string, CitizenFacts>;
}

const TABLES = ['consent_choice', 'care_relation', 'representative', 'emergency_access'] as const;
const instant = (value: Date | null): any => (value === null ? null : value.getTime());

/** Reads everything that there is; the oracle sorts out what counts. */
export async function readSnapshot(pool: pg.Pool, citizenIds: readonly string[]): Promise<Snapshot> {
  const [choices, relations, representatives, emergencies] = (await Promise.all(
    TABLES.map(async (table) => (await pool.query(`SELECT * FROM ${table}`)).rows),
  )) as [any[], any[], any[], any[]];
  const newest = choices.filter((row) =>
    choices.every(
      (other) => other.citizen_id !== row.citizen_id || other.id !== row.id || other.version <= row.version,
    ),
  );
  const choiceOf = (row: any): any => ({
    id: row.id,
    version: row.version,
    recipients: row.recipients,
    sources: row.sources,
    categories: row.categories,
    purposes: row.purposes,
    validFrom: instant(row.valid_from),
    validTo: instant(row.valid_to),
    recordedAt: instant(row.recorded_at),
    withdrawnAt: instant(row.withdrawn_at),
    ...(row.effect === 'CONSENT' ? { lifts: row.lifts } : { declines: row.declines }),
  });
  const period = (row: any): any => ({
    id: row.id,
    validFrom: instant(row.valid_from),
    validTo: instant(row.valid_to),
  });
  const facts = citizenIds.map((citizenId): [string, CitizenFacts] => {
    const of = (rows: any[]): any[] => rows.filter((row) => row.citizen_id === citizenId);
    return [
      citizenId,
      {
        citizenId,
        consents: of(newest)
          .filter(({ effect }) => effect === 'CONSENT')
          .map(choiceOf),
        blocks: of(newest)
          .filter(({ effect }) => effect === 'BLOCK')
          .map(choiceOf),
        relations: of(relations)
          .map((row) => ({
            ...period(row),
            kind: row.kind,
            organisationId: row.organisation_id,
            unitId: row.unit_id,
            actorId: row.actor_id,
            planKind: row.plan_kind,
          }))
          .concat(
            // Whoever broke the glass made their organisation answerable for it, for as long as that is on record.
            of(emergencies).map((row) => ({
              id: row.id,
              kind: 'EMERGENCY_OPENED',
              organisationId: row.organisation_id,
              unitId: null,
              actorId: null,
              planKind: null,
              validFrom: instant(row.opened_at),
              validTo: null,
            })),
          ),
        representatives: of(representatives).map((row) => ({
          ...period(row),
          actorId: row.actor_id,
          categories: row.categories,
        })),
        emergencyAccesses: of(emergencies).map((row) => ({
          id: row.id,
          actorId: row.actor_id,
          kind: row.kind,
          reason: row.reason,
          categories: row.categories,
          openedAt: instant(row.opened_at),
          expiresAt: instant(row.expires_at),
        })),
        policyVersion: 'the oracle’s own',
      },
    ];
  });
  return { at: Date.now(), facts: new Map(facts) };
}

/** What the oracle lets an actor see in a snapshot. */
export function permitsIn({ at, facts }: Snapshot, actor: Actor, purpose: Purpose): Permits {
  const known = new Map<string, Set<DataCategory>>();
  return (citizenId, category) => {
    let permitted = known.get(citizenId);
    if (permitted === undefined) {
      // The oracle takes actors as they come; a claim that cannot be true permits nothing.
      const about = isPossible(actor) ? (facts.get(citizenId) ?? 'UNKNOWN') : 'UNKNOWN';
      permitted = new Set(
        DATA_CATEGORIES.filter(
          (each) => oracle({ actor, purpose, citizenId, category: each, at }, about).effect === 'PERMIT',
        ),
      );
      known.set(citizenId, permitted);
    }
    return permitted.has(category);
  };
}
