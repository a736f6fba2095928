/**
 * One event of the access log as a FHIR R4 AuditEvent: who asked about whom, for what purpose, which kinds of data, and
 * how each was decided. It holds personal data, and no value of anybody's record (INVARIANT I-8).
 */
import type { AuditEvent, AuditEventAgent, AuditEventEntity, CodeableConcept, Coding } from 'fhir/r4.js';
import { UNKNOWN_CITIZEN, type LedgerPayload, type LoggedDecision } from '../ledgerEvent.js';
import type { StoredEvent } from '../readEvents.js';
import { CODES, OWN, PURPOSE_OF_USE } from './codes.js';

/** Says that something is not told any more; of HL7's DataAbsentReason. */
const ERASED = {
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' }],
  display: 'Erased at the end of the retention of the access log',
};

/** The resource; valid R4 also when the particulars have been erased. */
export function toAuditEvent(event: StoredEvent): AuditEvent {
  const { payload } = event;
  const purposes = payload === null ? [] : purposesOf(payload, event.emergency);
  const writes = payload?.decisions.some(({ access }) => access === 'WRITE') === true;
  return {
    resourceType: 'AuditEvent',
    id: event.id,
    type: CODES.patientRecord,
    ...(event.emergency ? { subtype: [CODES.emergencyOverride] } : {}),
    ...(payload === null ? {} : { action: writes ? 'U' : 'R' }),
    recorded: event.at.toISOString(),
    ...(payload === null ? {} : { outcome: isPermitted(payload) ? '0' : '4' }),
    ...(purposes.length > 0 ? { purposeOfEvent: purposes } : {}),
    agent: payload === null ? [{ requestor: true, who: ERASED }] : agentsOf(payload, purposes),
    source: {
      observer: {
        identifier: { system: OWN.service, value: 'citizen' },
        display: 'Sammen, decision point of the citizen subgraph',
      },
      type: [CODES.applicationServer],
    },
    entity: [
      ...(event.citizenId === UNKNOWN_CITIZEN ? [] : [patient(event.citizenId)]),
      operation(event),
      { type: CODES.requestId, what: { identifier: { value: event.requestId } } },
      ...(payload?.decisions ?? []).map(decided),
    ],
  };
}

const concept = (...coding: Coding[]): CodeableConcept => ({ coding });

/** "Success" when anything was permitted; "minor failure" when all was denied. */
const isPermitted = ({ decisions }: LedgerPayload): boolean => decisions.some(({ effect }) => effect === 'PERMIT');

function purposesOf({ purpose }: LedgerPayload, emergency: boolean): CodeableConcept[] {
  const known = purpose === null ? undefined : PURPOSE_OF_USE[purpose];
  return [
    ...(purpose === null ? [] : [concept({ system: OWN.purpose, code: purpose }, ...(known ? [known] : []))]),
    ...(emergency ? [concept(CODES.breakTheGlass)] : []),
  ];
}

function agentsOf(payload: LedgerPayload, purposeOfUse: CodeableConcept[]): AuditEventAgent[] {
  const organisation = payload.unitId ?? payload.organisationId;
  return [
    {
      type: concept(CODES.recipient),
      role: [concept({ system: OWN.role, code: payload.role })],
      who: { identifier: { system: OWN.actor, value: payload.actorId } },
      requestor: true,
      ...(purposeOfUse.length > 0 ? { purposeOfUse } : {}),
    },
    ...(organisation === null
      ? []
      : [
          {
            type: concept(CODES.responsible),
            who: { type: 'Organization', identifier: { system: OWN.organisation, value: organisation } },
            requestor: false,
          },
        ]),
  ];
}

const patient = (citizenId: string): AuditEventEntity => ({
  what: { type: 'Patient', identifier: { system: OWN.citizen, value: citizenId } },
  type: CODES.person,
  role: CODES.patient,
});

/** The question as a whole, and where it stands in the citizen's chain, so that an export can be held against the log. */
function operation({ payload, seq, hash }: StoredEvent): AuditEventEntity {
  const details: [string, string | null | undefined][] = [
    ['operationHash', payload?.operation.hash],
    ['policyVersion', payload?.policyVersion],
    ['emergencyKind', payload?.emergency?.kind],
    ['emergencyReason', payload?.emergency?.reason],
    ['chainSeq', String(seq)],
    ['chainHash', hash],
  ];
  return {
    type: CODES.systemObject,
    role: CODES.query,
    name: payload?.operation.name ?? 'GraphQL operation',
    detail: details.flatMap(([type, value]) => (value ? [{ type, valueString: value }] : [])),
  };
}

const decided = ({ category, access, effect, reason, basis }: LoggedDecision): AuditEventEntity => ({
  type: CODES.systemObject,
  role: CODES.domainResource,
  what: { identifier: { system: OWN.category, value: category } },
  name: category,
  detail: [
    { type: 'access', valueString: access },
    { type: 'effect', valueString: effect },
    { type: 'reason', valueString: reason },
    ...(basis === null ? [] : [{ type: 'basis', valueString: basis }]),
  ],
});
