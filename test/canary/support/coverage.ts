/** Whether the canaries are everywhere: in every table, in every text, at every guarded leaf of the supergraph. */
import { isEnumType, isScalarType } from 'graphql';
import { canariesIn } from './canaryToken.js';
import type { CanarySystem } from './canarySystem.js';
import { OBJECT_TYPES, fieldsOf, SCHEMA } from './graph.js';
import type { SingingWorld } from './judge.js';
import { PLANTINGS } from './plantings.js';

/** What is missing; all empty when all is well. */
export interface Coverage {
  /** Tables and columns of text that no planting names. */
  readonly unplanted: readonly string[];
  /** Columns with canaries that their citizen cannot see anywhere, with how many. */
  readonly silent: readonly string[];
  /** Guarded leaves of text that never showed a canary and have no reason. */
  readonly unsung: readonly string[];
  /** Reasons for leaves that do sing, or that there are not. */
  readonly needless: readonly string[];
}

/** Tables of the kit and of the ledger, which no field shows row by row. */
const OTHERS = [
  ...['relation_outbox', 'relation_event', 'idempotency_key', 'notification_read', 'inbox_message'],
  'facts_version', // Counts writes; says nothing.
  'statistics_objection', // Who objected is shown to nobody; that somebody did, to themselves.
  'statistic_person', // Holds rows only inside the transaction that counts.
  'session_attendance', // Rows without an id or a text; they are compared with truth.
];

/** Values that are few, so that no one of them can tell whose it is. Every one is compared with truth, place by place. */
const FEW = ['Int', 'Float', 'Boolean', 'Date', 'DateTime'];

/** Guarded texts and ids that are no canaries, with the reason. */
export const SILENT_LEAVES: Readonly<Record<string, string>> = {
  ...because('changes with every question, so it is checked by value and not by place', {
    AccessLogDecision: ['description', 'access', 'reason', 'basis'],
    AccessLogEntry: ['id', 'emergencyReason'],
    Notification: ['id', 'subjectId', 'text'],
  }),
  ...because('is a work list of a data protection officer, attacked in test/attacks', {
    EmergencyCase: ['id', 'openedBy', 'reason'],
  }),
  ...because('names an organisation or a member of staff', {
    ChoiceRecipient: ['organisationId', 'unitId', 'actorId'],
    EmergencyAccess: ['organisationId'],
    WishedPerson: ['actorId'],
    Mentorship: ['mentorName'],
    VisitAgreement: ['volunteerName'],
  }),
  ...because('comes from a closed list', {
    AccessGround: ['law'],
    Consent: ['declines'],
    ConsentRequest: ['categoriesInWords', 'whatItMeans', 'whatRefusingMeans'],
    Diagnosis: ['text'],
    FinancialSupport: ['law'],
    Housing: ['paragraph'],
    JobCentreCase: ['targetGroupTitle'],
    Representative: ['kind'],
    SocialService: ['paragraph', 'paragraphTitle'],
  }),
  ...because('is what former key managers have, who are shown by KeyManagerHandOver.reason', {
    KeyManager: ['endReason'],
  }),
  ...because('is the id of a block that a consent lifts, which few do from the start', { Consent: ['lifts'] }),
};

function because(reason: string, leaves: Readonly<Record<string, readonly string[]>>): Record<string, string> {
  const names = Object.entries(leaves).flatMap(([type, fields]) => fields.map((field) => `${type}.${field}`));
  return Object.fromEntries(names.map((name) => [name, reason]));
}

/** Rows that even their citizen sees nowhere: parts of a case that is closed, has no plan and is not the current one. */
const CLOSED = ['care_team_member', 'key_manager', 'cohort_place', 'case_event', 'care_contact', 'coordination_case'];

/** Compares database, truth and supergraph. */
export async function coverageOf({ databases }: CanarySystem, { truth, marks }: SingingWorld): Promise<Coverage> {
  const unplanted: string[] = [];
  const silent: string[] = [];
  const seen = new Set(canariesIn(JSON.stringify([...truth.values()])).keys());
  for (const [database, pool] of Object.entries(databases)) {
    const { rows: columns } = await pool.query(
      `SELECT table_name, array_agg(column_name::text) FILTER (WHERE data_type = 'text') AS texts, bool_or(column_name = 'citizen_id') AS own
       FROM information_schema.columns WHERE table_schema = 'public' GROUP BY 1`,
    );
    for (const { table_name: table, texts } of columns.filter(
      (each) => each.own && !OTHERS.includes(each.table_name),
    )) {
      const planting = PLANTINGS.find((each) => each.database === database && each.table === table);
      if (planting === undefined) unplanted.push(`${database}.${table}`);
      else
        for (const column of texts ?? [])
          if (!(column in planting.text) && !(column in planting.stays))
            unplanted.push(`${database}.${table}.${column}`);
    }
    for (const { table, text, json = {}, lists = [] } of PLANTINGS.filter((each) => each.database === database)) {
      const { rows } = await pool.query(`SELECT * FROM ${table}`);
      for (const column of [...Object.keys(text), ...Object.keys(json), ...lists]) {
        const planted = rows.flatMap((row) => [...canariesIn(JSON.stringify(row[column]) ?? '').keys()]);
        const unseen = planted.filter((canary) => !seen.has(canary)).length;
        const closed = CLOSED.includes(table) && unseen < planted.length / 4;
        if (unseen > 0 && !closed) silent.push(`${database}.${table}.${column}: ${unseen} of ${planted.length}`);
      }
    }
  }
  const sung = singingLeaves(truth, marks);
  const leaves = guardedTexts();
  return {
    unplanted,
    silent,
    unsung: leaves.filter((leaf) => !sung.has(leaf) && !(leaf in SILENT_LEAVES)),
    needless: Object.keys(SILENT_LEAVES).filter((leaf) => sung.has(leaf) || !leaves.includes(leaf)),
  };
}

/** Every guarded leaf whose values can be told apart: texts and ids. */
function guardedTexts(): string[] {
  return OBJECT_TYPES.flatMap((type) =>
    fieldsOf(type)
      .filter((field) => field.category !== null && field.isLeaf)
      .filter((field) => !isEnumType(SCHEMA.getType(field.type)) && isScalarType(SCHEMA.getType(field.type)))
      // A cursor is made of a row's id, and is found by it.
      .filter((field) => !FEW.includes(field.type) && field.name !== 'cursor')
      .map((field) => `${type}.${field.name}`),
  );
}

/** Leaves at which truth holds a canary or the id of a row. */
function singingLeaves(truth: SingingWorld['truth'], marks: SingingWorld['marks']): Set<string> {
  const sung = new Set<string>();
  const walk = (value: any): void => {
    if (Array.isArray(value)) return value.forEach(walk);
    if (typeof value !== 'object' || value === null) return;
    for (const [name, item] of Object.entries(value)) {
      const text = Array.isArray(item) ? item.join(' ') : item;
      if (typeof text === 'string' && marks.find(text).size > 0) {
        sung.add(`${value['__typename']}.${name.split(':')[0]}`);
      }
      walk(item);
    }
  };
  for (const row of truth.values()) walk(row);
  return sung;
}
