/** All that the citizen subgraph knows about one citizen beside the person, and the same as facts for a decision. */
import { POLICY_VERSION } from '@sammen/consent';
import type { Block, CitizenFacts, Consent } from '@sammen/consent';
import type { BlockRecord, CitizenRecords, ConsentRecord } from '../records/citizenRecords.js';
import type { Person } from '../records/personRecords.js';
import { choicesOf } from './consents.js';
import { emergenciesOf } from './emergencies.js';
import { relationsOf } from './relations.js';
import { representativesOf } from './representatives.js';
import { requestsOf } from './requests.js';
import { statisticsObjectionOf } from './statisticsObjection.js';

/** The citizen subgraph's records of a person. */
export function citizenOf(person: Person): CitizenRecords {
  const representatives = representativesOf(person);
  return {
    representatives,
    relations: relationsOf(person),
    ...choicesOf(person, representatives),
    emergencies: emergenciesOf(person),
    requests: requestsOf(person),
    statisticsObjection: statisticsObjectionOf(person),
  };
}

/** The same records in the shape that `decide` takes: instants in milliseconds; emergency accesses are over, so none is open. */
export function citizenFactsOf(person: Person): CitizenFacts {
  const { representatives, relations, consents, blocks, emergencies } = citizenOf(person);
  return {
    citizenId: person.id,
    consents: consents.map((each): Consent => ({
      ...choiceOf(each),
      validTo: Date.parse(each.validTo),
      lifts: each.lifts,
    })),
    blocks: blocks.map((each): Block => ({
      ...choiceOf(each),
      validTo: orNull(each.validTo),
      declines: each.declines,
    })),
    relations: [
      ...relations.map((each) => ({ ...each, ...periodOf(each) })),
      ...emergencies.map(({ id, organisationId, openedAt }) => ({
        ...{ id, kind: 'EMERGENCY_OPENED' as const, organisationId, unitId: null, actorId: null, planKind: null },
        ...{ validFrom: Date.parse(openedAt), validTo: null },
      })),
    ],
    representatives: representatives.map(({ id, actorId, categories, ...each }) => ({
      id,
      actorId,
      categories,
      ...periodOf(each),
    })),
    emergencyAccesses: [],
    policyVersion: POLICY_VERSION,
  };
}

function choiceOf(record: ConsentRecord | BlockRecord) {
  const { id, version, recipients, sources, categories, purposes } = record;
  return {
    id,
    version,
    recipients,
    sources,
    categories,
    purposes,
    validFrom: Date.parse(record.validFrom),
    recordedAt: Date.parse(record.recordedAt),
    withdrawnAt: orNull(record.withdrawnAt),
  };
}

function periodOf(record: { readonly validFrom: string; readonly validTo: string | null }) {
  return { validFrom: Date.parse(record.validFrom), validTo: orNull(record.validTo) };
}

function orNull(instant: string | null): number | null {
  return instant === null ? null : Date.parse(instant);
}
