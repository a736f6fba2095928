/** Hospital notifications for tests, built from what matters in them. The people, places and numbers are made up. */
import { randomUUID } from 'node:crypto';
import type { Bundle, BundleEntry, FhirResource } from 'fhir/r4.js';
import { ACTIVITY_SYSTEM } from '../../src/inbox/activity.js';

/** What a test says about a message; all else is filled in. Times are ISO with an offset. */
export interface NotificationSpec {
  readonly activity: string;
  readonly cpr?: string;
  readonly episode?: string;
  readonly episodes?: readonly { readonly system?: string; readonly value: string }[];
  readonly header?: string;
  readonly bundle?: string;
  readonly sent?: string;
  readonly start?: string;
  readonly end?: string;
  readonly leave?: { readonly start: string; readonly end?: string };
  readonly status?: string;
  readonly stayClass?: 'IMP' | 'EMER';
  readonly deceased?: boolean;
  /** MessageHeaders that it refers to. */
  readonly refersTo?: readonly string[];
  /** Name of the department that treats. */
  readonly department?: string;
  /** Name of the hospital that sends; the department when left out. */
  readonly hospital?: string;
}

/** The system of a hospital's own identifiers of episodes. */
export const LOCAL_EPISODES = 'https://sor2.sum.dsdn.dk/#id=000000000000001';
/** The system of the identifiers of the National Patient Register. */
export const NATIONAL_EPISODES = 'https://www.esundhed.dk/Registre/Landspatientregisteret';

const IG = 'http://medcomfhir.dk/ig';
const PROFILE = `${IG}/hospitalnotification/StructureDefinition/medcom-hospitalNotification-message`;
const LEAVE = `${IG}/hospitalnotification/StructureDefinition/medcom-hospitalnotifiation-leave-period-extension`;

/** A message Bundle as a hospital would send it. */
export function notification(spec: NotificationSpec): Bundle {
  const {
    activity,
    header = randomUUID(),
    sent = '2024-05-01T12:00:02+02:00',
    start = '2024-05-01T12:00:00+02:00',
    stayClass = activity.includes('emergency') ? 'EMER' : 'IMP',
    refersTo = [],
    department = 'Afdeling Q, Prøvehospitalet',
    hospital = department,
  } = spec;
  const [patient, encounter, receiver, provider, sender] = ['p', 'e', 'r', 'd', 'h'].map((key) => `${key}-${header}`);
  const episodes = spec.episodes ?? [{ system: LOCAL_EPISODES, value: spec.episode ?? 'episode-1' }];
  const resources: FhirResource[] = [
    {
      resourceType: 'MessageHeader',
      id: header,
      eventCoding: { code: 'hospital-notification-message' },
      destination: [{ endpoint: 'urn:receiver', receiver: { reference: `Organization/${receiver}` } }],
      sender: { reference: `Organization/${hospital === department ? provider : sender}` },
      source: { endpoint: 'urn:sender' },
      focus: [{ reference: `Encounter/${encounter}` }],
    },
    {
      resourceType: 'Patient',
      id: patient!,
      identifier: [{ system: 'urn:oid:1.2.208.176.1.2', value: spec.cpr ?? '0101709901' }],
      name: [{ family: 'Prøve' }],
      ...(spec.deceased === undefined ? {} : { deceasedBoolean: spec.deceased }),
    },
    {
      resourceType: 'Encounter',
      id: encounter!,
      ...(spec.leave === undefined ? {} : { extension: [{ url: LEAVE, valuePeriod: spec.leave }] }),
      status: (spec.status ?? 'in-progress') as 'in-progress',
      class: { code: stayClass },
      subject: { reference: `Patient/${patient}` },
      episodeOfCare: episodes.map((identifier) => ({ identifier })),
      period: { start, ...(spec.end === undefined ? {} : { end: spec.end }) },
      serviceProvider: { reference: `Organization/${provider}` },
    },
    { resourceType: 'Organization', id: receiver!, name: 'Plejecenter Prøve' },
    {
      resourceType: 'Organization',
      id: provider!,
      identifier: [{ system: 'urn:oid:1.2.208.176.1.1', value: '000000000000001' }],
      name: department,
    },
    { resourceType: 'Organization', id: sender!, name: hospital },
    {
      resourceType: 'Provenance',
      id: `v-${header}`,
      target: [{ reference: `MessageHeader/${header}` }],
      recorded: sent,
      activity: { coding: [{ system: ACTIVITY_SYSTEM, code: activity }] },
      agent: [{ who: { reference: `Organization/${provider}` } }],
      entity: refersTo.map((id) => ({ role: 'revision', what: { reference: `MessageHeader/${id}` } })),
    },
  ];
  return {
    resourceType: 'Bundle',
    id: spec.bundle ?? randomUUID(),
    meta: { profile: [PROFILE] },
    type: 'message',
    timestamp: sent,
    entry: resources.map((resource): BundleEntry => ({ fullUrl: `${resource.resourceType}/${resource.id}`, resource })),
  };
}
