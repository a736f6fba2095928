/** Where the facts of a citizen stand in the database; decisions and the filter of lists read the same rows. */
import type { FactList } from '@sammen/consent';

/**
 * The moment of a statement and of a column as decisions count it: in whole milliseconds. Floating point holds these
 * exactly, and takes a fraction of the time that decimals take.
 */
export const ms = (column: string) => `round(date_part('epoch', ${column}) * 1000)`;

/** A list of facts: its rows of the citizen `p.citizen_id`, and the column of each of its fields. */
export interface FactTable {
  readonly rows: string;
  readonly columns: Readonly<Record<string, string>>;
}

/**
 * Withdrawn and superseded choices are left out by what is committed, not by comparing clocks: a withdrawal
 * that has returned counts in every snapshot taken after it, whatever the time there (INVARIANT I-10).
 */
const choices = (effect: string) =>
  `SELECT * FROM consent_choice WHERE citizen_id = p.citizen_id AND effect = '${effect}' AND withdrawn_at IS NULL AND superseded_at IS NULL`;

const CHOICE = {
  id: 'f.id',
  version: 'f.version',
  recipients: 'f.recipients',
  sources: 'f.sources',
  categories: 'f.categories',
  purposes: 'f.purposes',
  validFrom: ms('f.valid_from'),
  validTo: ms('f.valid_to'),
  recordedAt: ms('f.recorded_at'),
  withdrawnAt: 'NULL::float8',
};

/** Each list of facts, as rows `f` with a column, or what stands for one, for every field. */
export const FACT_TABLES: Readonly<Record<FactList, FactTable>> = {
  consents: { rows: choices('CONSENT'), columns: { ...CHOICE, lifts: 'f.lifts' } },
  blocks: { rows: choices('BLOCK'), columns: { ...CHOICE, declines: 'f.declines' } },
  relations: {
    // Whoever broke the glass has made their organisation answerable to the citizen for it, for as long as that is on record.
    rows: `
      SELECT id, kind, organisation_id, unit_id, actor_id, plan_kind, valid_from, valid_to FROM care_relation
      WHERE citizen_id = p.citizen_id AND (valid_to IS NULL OR valid_to > statement_timestamp())
      UNION ALL
      SELECT id, 'EMERGENCY_OPENED', organisation_id, NULL, NULL, NULL, opened_at, NULL FROM emergency_access
      WHERE citizen_id = p.citizen_id AND organisation_id IS NOT NULL`,
    columns: {
      id: 'f.id',
      kind: 'f.kind',
      organisationId: 'f.organisation_id',
      unitId: 'f.unit_id',
      actorId: 'f.actor_id',
      planKind: 'f.plan_kind',
      validFrom: ms('f.valid_from'),
      validTo: ms('f.valid_to'),
    },
  },
  representatives: {
    rows: `SELECT * FROM representative WHERE citizen_id = p.citizen_id`,
    columns: {
      id: 'f.id',
      actorId: 'f.actor_id',
      categories: 'f.categories',
      validFrom: ms('f.valid_from'),
      validTo: ms('f.valid_to'),
    },
  },
  emergencyAccesses: {
    rows: `SELECT * FROM emergency_access WHERE citizen_id = p.citizen_id AND expires_at > statement_timestamp()`,
    columns: {
      id: 'f.id',
      actorId: 'f.actor_id',
      kind: 'f.kind',
      reason: 'f.reason',
      categories: 'f.categories',
      openedAt: ms('f.opened_at'),
      expiresAt: ms('f.expires_at'),
    },
  },
};
