/** Code systems of the export, and what of our own codes has a counterpart in HL7's. */
import type { Purpose } from '@sammen/consent';
import type { Coding } from 'fhir/r4.js';

/** Systems of codes and identifiers that are ours: names, not addresses. */
export const OWN = {
  actor: 'urn:sammen:actor',
  category: 'urn:sammen:category',
  citizen: 'urn:sammen:citizen',
  organisation: 'urn:sammen:organisation',
  purpose: 'urn:sammen:purpose',
  role: 'urn:sammen:role',
  service: 'urn:sammen:service',
} as const;

const coding = (system: string, code: string, display: string): Coding => ({ system, code, display });

const DICOM = 'http://dicom.nema.org/resources/ontology/DCM';
const PARTICIPATION = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType';
const ENTITY_TYPE = 'http://terminology.hl7.org/CodeSystem/audit-entity-type';
const OBJECT_ROLE = 'http://terminology.hl7.org/CodeSystem/object-role';
const REASON = 'http://terminology.hl7.org/CodeSystem/v3-ActReason';

/** Codes of DICOM, HL7 and IHE that every event uses. */
export const CODES = {
  patientRecord: coding(DICOM, '110110', 'Patient Record'),
  emergencyOverride: coding(DICOM, '110127', 'Emergency Override Started'),
  recipient: coding(PARTICIPATION, 'IRCP', 'information recipient'),
  responsible: coding(PARTICIPATION, 'RESP', 'responsible party'),
  applicationServer: coding('http://terminology.hl7.org/CodeSystem/security-source-type', '4', 'Application Server'),
  person: coding(ENTITY_TYPE, '1', 'Person'),
  systemObject: coding(ENTITY_TYPE, '2', 'System Object'),
  patient: coding(OBJECT_ROLE, '1', 'Patient'),
  domainResource: coding(OBJECT_ROLE, '4', 'Domain Resource'),
  query: coding(OBJECT_ROLE, '24', 'Query'),
  requestId: { system: 'https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType', code: 'XrequestId' },
  breakTheGlass: coding(REASON, 'BTG', 'break the glass'),
} as const;

/** Purposes that HL7's PurposeOfUse knows; social, housing, employment and peer support have none there. */
export const PURPOSE_OF_USE: Readonly<Partial<Record<Purpose, Coding>>> = {
  SELF_ACCESS: coding(REASON, 'PATRQT', 'patient requested'),
  REPRESENTATION: coding(REASON, 'PWATRNY', 'power of attorney'),
  TREATMENT: coding(REASON, 'TREAT', 'treatment'),
  CARE_COORDINATION: coding(REASON, 'COC', 'coordination of care'),
  OVERSIGHT: coding(REASON, 'HCOMPL', 'health compliance'),
};
