import { type CitizenFacts, type FactList, type Instant, POLICY_VERSION } from '@sammen/consent';
import type { EntityManager } from 'typeorm';
import { FACT_TABLES, ms } from './factTables.js';

/** Everything that decisions of one request rest on: one moment, one snapshot (INVARIANT I-11). */
export interface FactsSnapshot {
  /** By the database's clock, which all nodes share. */
  readonly at: Instant;
  readonly facts: ReadonlyMap<string, CitizenFacts>;
  /** By citizen, which version of their facts this is: every write of them makes another. */
  readonly versions: ReadonlyMap<string, string>;
}

const list = (name: FactList): string => {
  const { rows, columns } = FACT_TABLES[name];
  const fields = Object.entries(columns).map(([field, column]) => `'${field}', ${column}`);
  return `(SELECT coalesce(json_agg(json_build_object(${fields.join(', ')})), '[]') FROM (${rows}) f)`;
};

const STATEMENT = `
  SELECT p.citizen_id, v.version, ${ms('statement_timestamp()')} AS at, ${list('consents')} AS consents, ${list('blocks')} AS blocks,
    ${list('relations')} AS relations, ${list('representatives')} AS representatives, ${list('emergencyAccesses')} AS emergencies
  FROM person p LEFT JOIN facts_version v ON v.citizen_id = p.citizen_id WHERE p.citizen_id = ANY($1::uuid[])`;

interface Row extends Pick<CitizenFacts, 'consents' | 'blocks' | 'relations' | 'representatives'> {
  readonly citizen_id: string;
  readonly version: string;
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
  const versions = new Map(rows.map(({ citizen_id: citizenId, version }) => [citizenId, version]));
  return { at: rows[0]?.at ?? Date.now(), facts, versions };
}
