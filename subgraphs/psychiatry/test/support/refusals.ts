import type { Bundle, Encounter, FhirResource, Patient, Provenance } from 'fhir/r4.js';
import { type NotificationSpec, notification } from './notification.js';

/** A message that cannot be taken, and what the sender is told. */
export interface Refusal {
  readonly name: string;
  readonly body: string;
  readonly code: string;
  /** FHIR's word for it. */
  readonly issue: string;
  readonly status: number;
  /** The element at fault, or a part of its expression. */
  readonly expression?: string;
}

const resourceOf = <R extends FhirResource>(bundle: Bundle, type: R['resourceType']): R =>
  bundle.entry!.find(({ resource }) => resource?.resourceType === type)!.resource as R;

/** A message with something wrong in it. */
const broken = (change: (bundle: any) => void, spec: Partial<NotificationSpec> = {}): string => {
  const bundle = notification({ activity: 'admit-inpatient', ...spec });
  change(bundle);
  return JSON.stringify(bundle);
};
const withoutResource = (type: string): string =>
  broken((bundle: Bundle) => {
    bundle.entry = bundle.entry!.filter(({ resource }) => resource?.resourceType !== type);
  });
const encounter = (change: (encounter: any) => void, spec: Partial<NotificationSpec> = {}): string =>
  broken((bundle: Bundle) => change(resourceOf<Encounter>(bundle, 'Encounter')), spec);
const patient = (change: (patient: any) => void): string =>
  broken((bundle: Bundle) => change(resourceOf<Patient>(bundle, 'Patient')));
const provenance = (change: (provenance: any) => void): string =>
  broken((bundle: Bundle) => change(resourceOf<Provenance>(bundle, 'Provenance')));
const late = (spec: Partial<NotificationSpec>): string => broken(() => {}, spec);

const UNREADABLE = { code: 'MESSAGE_UNREADABLE', issue: 'structure', status: 400 };
const NO_MESSAGE = { code: 'MESSAGE_NOT_A_MESSAGE', issue: 'structure', status: 400 };
const PROFILE = { code: 'MESSAGE_PROFILE', issue: 'not-supported', status: 422 };
const INCOMPLETE = { code: 'MESSAGE_INCOMPLETE', issue: 'required', status: 422 };
const MALFORMED = { code: 'MESSAGE_MALFORMED', issue: 'value', status: 422 };
const UNKNOWN_CODE = { code: 'MESSAGE_CODE_UNKNOWN', issue: 'code-invalid', status: 422 };
const CONTRADICTORY = { code: 'MESSAGE_CONTRADICTORY', issue: 'business-rule', status: 422 };
const TIMES = { code: 'MESSAGE_TIMES', issue: 'business-rule', status: 422 };

/** One of each way in which a message can be wrong. */
export const REFUSALS: readonly Refusal[] = [
  { name: 'nothing', body: '', ...UNREADABLE },
  { name: 'broken JSON', body: broken(() => {}).slice(0, -7), ...UNREADABLE },
  { name: 'a JSON text that is no object', body: '"admitted"', ...NO_MESSAGE },
  { name: 'null', body: 'null', ...NO_MESSAGE },
  { name: 'another resource', body: '{"resourceType":"Patient"}', ...NO_MESSAGE },
  { name: 'a Bundle that is no message', body: broken((bundle) => (bundle.type = 'document')), ...NO_MESSAGE },
  {
    name: 'another profile',
    body: broken((bundle) => (bundle.meta.profile = ['http://medcomfhir.dk/ig/carecommunication/X'])),
    ...PROFILE,
  },
  {
    name: 'an older version of the profile',
    body: broken((bundle) => (bundle.meta.profile[0] += '|2.0.1')),
    ...PROFILE,
    expression: 'Bundle.meta.profile',
  },
  { name: 'no profile', body: broken((bundle) => delete bundle.meta), ...PROFILE },
  {
    name: 'another kind of message',
    body: broken((bundle) => (bundle.entry[0].resource.eventCoding.code = 'care-communication-message')),
    ...PROFILE,
    expression: 'eventCoding.code',
  },
  { name: 'no MessageHeader', body: withoutResource('MessageHeader'), ...INCOMPLETE, expression: 'MessageHeader' },
  { name: 'no Patient', body: withoutResource('Patient'), ...INCOMPLETE, expression: 'Patient' },
  { name: 'no Encounter', body: withoutResource('Encounter'), ...INCOMPLETE, expression: 'focus' },
  { name: 'no Organization', body: withoutResource('Organization'), ...INCOMPLETE, expression: 'receiver' },
  { name: 'no Provenance', body: withoutResource('Provenance'), ...INCOMPLETE, expression: 'Provenance' },
  {
    name: 'two Patients',
    body: broken((bundle) => bundle.entry.push(bundle.entry[1])),
    ...MALFORMED,
    expression: 'Patient',
  },
  { name: 'no id of the Bundle', body: broken((bundle) => delete bundle.id), ...INCOMPLETE, expression: 'Bundle.id' },
  { name: 'no time of the Bundle', body: broken((bundle) => delete bundle.timestamp), ...INCOMPLETE },
  { name: 'nobody it is for', body: broken((bundle) => delete bundle.entry[0].resource.destination), ...INCOMPLETE },
  {
    name: 'no CPR number',
    body: patient((it) => (it.identifier[0].system = 'urn:oid:1.2.208.176.1.99')),
    ...INCOMPLETE,
    expression: 'identifier',
  },
  { name: 'a CPR number with a dash', body: patient((it) => (it.identifier[0].value = '010170-9901')), ...MALFORMED },
  { name: 'a death that is neither true nor false', body: patient((it) => (it.deceasedBoolean = 'yes')), ...MALFORMED },
  { name: 'no episode', body: encounter((it) => delete it.episodeOfCare), ...INCOMPLETE, expression: 'episodeOfCare' },
  {
    name: 'an episode without identifier',
    body: encounter((it) => (it.episodeOfCare = [{ reference: 'EpisodeOfCare/1' }])),
    ...INCOMPLETE,
    expression: 'episodeOfCare[0].identifier.value',
  },
  { name: 'no beginning', body: encounter((it) => delete it.period.start), ...INCOMPLETE, expression: 'period.start' },
  { name: 'a beginning without time', body: encounter((it) => (it.period.start = '2024-05-01')), ...MALFORMED },
  {
    name: 'a beginning without offset',
    body: encounter((it) => (it.period.start = '2024-05-01T12:00:00')),
    ...MALFORMED,
  },
  {
    name: 'a beginning on 30 February',
    body: encounter((it) => (it.period.start = '2024-02-30T12:00:00+01:00')),
    ...MALFORMED,
    expression: 'period.start',
  },
  { name: 'no department', body: encounter((it) => delete it.serviceProvider), ...INCOMPLETE },
  {
    name: 'a department that is not in the Bundle',
    body: encounter((it) => (it.serviceProvider.reference = 'Organization/elsewhere')),
    ...INCOMPLETE,
    expression: 'serviceProvider',
  },
  {
    name: 'a period that is a text',
    body: encounter((it) => (it.period = '2024')),
    ...MALFORMED,
    expression: 'resource.period',
  },
  { name: 'a list where none is', body: broken((bundle) => (bundle.entry = {})), ...MALFORMED },
  { name: 'a name with a NUL', body: broken((bundle) => (bundle.entry[4].resource.name = 'Af\u0000d')), ...MALFORMED },
  { name: 'half a character', body: broken((bundle) => (bundle.entry[4].resource.name = 'A\uD83D')), ...MALFORMED },
  {
    name: 'a name without end',
    body: broken((bundle) => (bundle.entry[4].resource.name = 'x'.repeat(501))),
    ...MALFORMED,
  },
  { name: 'no activity', body: provenance((it) => delete it.activity), ...INCOMPLETE, expression: 'activity.coding' },
  {
    name: 'an unknown activity',
    body: provenance((it) => (it.activity.coding[0].code = 'transfer-inpatient')),
    ...UNKNOWN_CODE,
    expression: 'activity.coding[0].code',
  },
  {
    name: 'an activity of another code system',
    body: provenance((it) => (it.activity.coding[0].system = 'http://example.org/codes')),
    ...UNKNOWN_CODE,
  },
  { name: 'no time of sending', body: provenance((it) => delete it.recorded), ...INCOMPLETE, expression: 'recorded' },
  {
    name: 'a history of other messages only',
    body: provenance((it) => (it.target[0].reference = 'MessageHeader/another')),
    ...INCOMPLETE,
    expression: 'Provenance',
  },
  {
    name: 'an unknown class',
    body: encounter((it) => (it.class.code = 'VR')),
    ...UNKNOWN_CODE,
    expression: 'class.code',
  },
  {
    name: 'an unknown status',
    body: encounter((it) => (it.status = 'planned')),
    ...UNKNOWN_CODE,
    expression: 'status',
  },
  { name: 'an activity of another class', body: late({ stayClass: 'EMER' }), ...CONTRADICTORY, expression: 'class' },
  { name: 'a leave without its time', body: late({ activity: 'start-leave-inpatient' }), ...INCOMPLETE },
  {
    name: 'a return without its time',
    body: late({ activity: 'end-leave-inpatient', leave: { start: '2024-05-02T12:00:00Z' } }),
    ...INCOMPLETE,
    expression: 'valuePeriod',
  },
  {
    name: 'a discharge without its time',
    body: late({ activity: 'discharge-inpatient-home' }),
    ...INCOMPLETE,
    expression: 'period.end',
  },
  { name: 'a death without its time', body: late({ deceased: true }), ...INCOMPLETE, expression: 'period.end' },
  {
    name: 'a stay that ends before it begins',
    body: late({ end: '2024-04-30T12:00:00Z' }),
    ...TIMES,
    expression: 'period',
  },
  { name: 'a stay in the future', body: late({ start: '2999-01-01T12:00:00Z' }), ...TIMES, expression: 'period' },
  { name: 'an end in the future', body: late({ end: '2999-01-01T12:00:00Z' }), ...TIMES },
  { name: 'a stay of long ago', body: late({ start: '1899-01-01T12:00:00Z' }), ...TIMES },
  { name: 'a message from the future', body: late({ sent: '2999-01-01T12:00:00Z' }), ...TIMES, expression: 'recorded' },
  {
    name: 'a leave before the stay',
    body: late({ activity: 'start-leave-inpatient', leave: { start: '2024-04-01T12:00:00Z' } }),
    ...TIMES,
    expression: 'extension',
  },
];
