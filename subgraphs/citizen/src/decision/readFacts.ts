/**
 * The facts that decisions rest on: of each citizen only the rows that can speak about whoever asks, so that a question
 * costs the same about somebody with a long history, somebody with none, and nobody at all (INVARIANT I-3).
 */
import { type Actor, type CitizenFacts, type FactList, type Instant, POLICY_VERSION } from '@sammen/consent';
import { UNKNOWN_CITIZEN } from '@sammen/ledger';
import { FACT_TABLES, ms } from './factTables.js';

/** What runs the statement: a connection, a pool or a transaction. */
interface Reader {
  query(sql: string, parameters: unknown[]): Promise<unknown>;
}

/** What is known of one citizen. */
export interface KnownFacts {
  readonly facts: CitizenFacts | 'UNKNOWN';
  /** Somebody else's, to think about in the place of nobody's, and nothing else; null for who is known. */
  readonly decoy: CitizenFacts | null;
}

/** Whose version the facts of a citizen have. */
export const versionKeyOf = (citizenId: string, { facts }: KnownFacts): string =>
  facts === 'UNKNOWN' ? UNKNOWN_CITIZEN : citizenId;

/** Everything that decisions of one request rest on: one moment, one snapshot (INVARIANT I-11). */
export interface FactsSnapshot {
  /** By the database's clock, which all nodes share. */
  readonly at: Instant;
  readonly facts: ReadonlyMap<string, CitizenFacts>;
  /** By citizen, which version of their facts this is: every write of them makes another. Nobody's is always the same. */
  readonly versions: ReadonlyMap<string, string>;
  /** The same of one citizen, also of one who does not exist. */
  known(citizenId: string): KnownFacts;
}

const ORGANISATIONS = '$2::text[]';
const ACTORS = '$3::text[]';
const ROLES = '$4::text[]';

/**
 * Whether a recipient names something else than all of those who ask: then it means none of them, whatever else it names.
 * What it does not name is nothing else; with nobody to compare with, `<> ALL` would say otherwise.
 */
const isAnother = (axis: string, those: string) => `(r ->> '${axis}' IS NOT NULL AND r ->> '${axis}' <> ALL(${those}))`;

const MAY_MEAN = `EXISTS (SELECT FROM jsonb_array_elements(f.recipients) r WHERE NOT (
  ${isAnother('organisationId', ORGANISATIONS)} OR ${isAnother('actorId', ACTORS)} OR ${isAnother('role', ROLES)}))`;

/** Which rows can count for those who ask. No rule looks at another: test/caseloadFilter.test.ts holds them against the rules. */
const MAY_COUNT: Readonly<Record<FactList, string>> = {
  consents: MAY_MEAN,
  blocks: MAY_MEAN,
  relations: `f.organisation_id = ANY(${ORGANISATIONS})`,
  representatives: `f.actor_id = ANY(${ACTORS})`,
  emergencyAccesses: `f.actor_id = ANY(${ACTORS})`,
};

const LISTS = Object.keys(FACT_TABLES) as readonly FactList[];
const FIELDS = new Map(LISTS.map((list) => [list, Object.keys(FACT_TABLES[list].columns)]));

/**
 * Whose facts are read: those of whoever is asked about, and of the next person by id for whoever does not exist, so that
 * as much is found, filtered and thought about in either case (INVARIANT I-3). Ids are random, so the next is anybody.
 */
const NEAREST = `SELECT a.citizen_id AS asked, coalesce(
    (SELECT citizen_id FROM person WHERE citizen_id >= a.citizen_id ORDER BY citizen_id LIMIT 1),
    (SELECT citizen_id FROM person WHERE citizen_id >= '${UNKNOWN_CITIZEN}' ORDER BY citizen_id LIMIT 1)) AS citizen_id
  FROM unnest($1::uuid[]) AS a (citizen_id)`;

/** All rows of a list, those of all citizens together: who was asked about first, then the values of the fields. */
const rowsOf = (list: FactList): string => {
  const { rows, columns } = FACT_TABLES[list];
  return `(SELECT json_agg(json_build_array(p.asked, ${Object.values(columns).join(', ')}))
    FROM p CROSS JOIN LATERAL (${rows} OFFSET 0) f WHERE ${MAY_COUNT[list]}) AS "${list}"`;
};

/** Nobody has a version as well, so that whoever does not exist is looked up, compared and held like everybody else. */
const ASKED = `(SELECT json_agg(json_build_array(p.asked, p.asked = p.citizen_id, v.citizen_id, v.version::text))
    FROM p LEFT JOIN facts_version v
    ON v.citizen_id = CASE WHEN p.asked = p.citizen_id THEN p.asked ELSE '${UNKNOWN_CITIZEN}' END) AS asked`;

const STATEMENT = `WITH p AS MATERIALIZED (${NEAREST})
  SELECT ${ms('statement_timestamp()')} AS at, ${ASKED}, ${LISTS.map(rowsOf).join(', ')}`;

type Row = Readonly<Record<FactList, readonly (readonly unknown[])[] | null>> & {
  readonly at: number;
  readonly asked:
    readonly (readonly [citizenId: string, isKnown: boolean | null, versionOf: string, version: string])[] | null;
};

/** The facts of those of the citizens who exist, in one statement for any number of them (INVARIANT I-12). */
export async function readFacts(
  reader: Reader,
  citizenIds: readonly string[],
  actors: readonly Actor[],
): Promise<FactsSnapshot> {
  const organisations = new Set(actors.flatMap(({ organisationId }) => organisationId ?? []));
  const ids = new Set(actors.map(({ id }) => id));
  const roles = new Set(actors.map(({ role }) => role));
  const [row] = (await reader.query(STATEMENT, [citizenIds, [...organisations], [...ids], [...roles]])) as [Row];
  const asked = row.asked ?? [];
  const versions = new Map(asked.map(([, , versionOf, version]) => [versionOf, version]));
  const [facts, decoys] = [new Map<string, CitizenFacts>(), new Map<string, CitizenFacts>()];
  for (const [citizenId, isKnown] of asked) (isKnown ? facts : decoys).set(citizenId, factsWithout(citizenId));
  for (const list of LISTS)
    for (const [citizenId, ...values] of row[list] ?? [])
      ((facts.get(citizenId as string) ?? decoys.get(citizenId as string))![list] as unknown[]).push(
        Object.fromEntries(FIELDS.get(list)!.map((field, place) => [field, values[place]])),
      );
  const known = (citizenId: string): KnownFacts => {
    const own = facts.get(citizenId);
    return own
      ? { facts: own, decoy: null }
      : { facts: 'UNKNOWN', decoy: decoys.get(citizenId) ?? factsWithout(citizenId) };
  };
  return { at: row.at, facts, versions, known };
}

/** The facts of somebody about whom there are none that count. */
export function factsWithout(citizenId: string): CitizenFacts {
  return {
    citizenId,
    consents: [],
    blocks: [],
    relations: [],
    representatives: [],
    emergencyAccesses: [],
    policyVersion: POLICY_VERSION,
  };
}
