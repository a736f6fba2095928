/** From the text of a HospitalNotification to what it says. Refuses by name whatever is missing, unknown or implausible. */
import { psychiatryErrors } from '../errors.js';
import { ACTIVITY_SYSTEM, type Activity, activityOf } from './activity.js';
import { checkMessage } from './checkMessage.js';
import type { FhirElement } from './fhirElement.js';
import type { HospitalMessage, Place, Span } from './hospitalMessage.js';
import { type MessageBundle, readBundle, referenceKey } from './messageBundle.js';

/** A message with whose it is: the CPR number is for asking who that is, and is not kept beside what it says. */
export interface ReadMessage {
  readonly cpr: string;
  readonly message: HospitalMessage;
}

/** MedCom moved its profiles from `/fhir/` to `/ig/`; both names stand in messages of version 3. */
const PROFILE =
  /^http:\/\/medcomfhir\.dk\/(?:fhir|ig)\/hospitalnotification\/StructureDefinition\/medcom-hospitalNotification-message(?:\|3(?:\.\d+)*)?$/;
const LEAVE_EXTENSION =
  /^http:\/\/medcomfhir\.dk\/(?:fhir|ig)\/hospitalnotification\/StructureDefinition\/medcom-hospitalnotifiation-leave-period-extension$/;
const CPR_SYSTEM = 'urn:oid:1.2.208.176.1.2';
const SOR_SYSTEM = 'urn:oid:1.2.208.176.1.1';
const STATUSES = ['in-progress', 'onleave', 'finished', 'entered-in-error', 'cancelled'];
const CLASSES = { IMP: 'INPATIENT', EMER: 'EMERGENCY' } as const;

/**
 * Reads MedCom HospitalNotification 3 in JSON.
 * @param now milliseconds; what lies behind it has not happened
 * @throws MESSAGE_UNREADABLE, MESSAGE_NOT_A_MESSAGE, MESSAGE_PROFILE, MESSAGE_INCOMPLETE, MESSAGE_MALFORMED,
 * MESSAGE_CODE_UNKNOWN, MESSAGE_CONTRADICTORY, MESSAGE_TIMES
 */
export function readMessage(text: string, now: number): ReadMessage {
  const bundle = readBundle(text);
  assertProfile(bundle);
  const header = bundle.only('MessageHeader');
  assertEnvelope(bundle, header);
  const patient = bundle.only('Patient');
  const encounter = bundle.referenced(firstOf(header.get('focus')), 'Encounter');
  if (bundle.referenced(encounter.get('subject'), 'Patient') !== patient) throw notOfThis(encounter.get('subject'));
  const headerId = header.get('id').text();
  const { activity, sentAt, refersTo, quotes } = readHistory(bundle, headerId);
  const message: HospitalMessage = {
    episodes: episodesOf(encounter),
    headerId,
    refersTo,
    quotes,
    sentAt,
    verb: activity.verb,
    event: activity.event,
    stayClass: classOf(encounter),
    deceased: patient.get('deceasedDateTime').exists || patient.get('deceasedBoolean').optionalBoolean(),
    stay: spanOf(encounter.get('period')),
    leave: leaveOf(encounter),
    place: placeOf(bundle, header, encounter),
  };
  assertKnown(encounter.get('status'), STATUSES);
  checkMessage(message, activity, encounter, now);
  return { cpr: cprOf(patient), message };
}

function assertProfile(bundle: MessageBundle): void {
  const profiles = bundle.root.get('meta').get('profile').items();
  if (!profiles.some((profile) => PROFILE.test(profile.text())))
    throw psychiatryErrors('MESSAGE_PROFILE', { field: 'Bundle.meta.profile' });
  const event = bundle.only('MessageHeader').get('eventCoding').get('code');
  if (event.text() !== 'hospital-notification-message')
    throw psychiatryErrors('MESSAGE_PROFILE', { field: event.expression });
}

/** Mandatory, though the story needs none of it: who sends messages without an envelope sends broken ones. */
function assertEnvelope({ root, referenced }: MessageBundle, header: FhirElement): void {
  root.get('id').text();
  root.get('timestamp').moment();
  referenced(firstOf(header.get('destination')).get('receiver'), 'Organization');
}

/** The message's own Provenance says what it is; the others, what came before it. */
function readHistory(bundle: MessageBundle, headerId: string) {
  const quotes = new Set<string>();
  let own: FhirElement | undefined;
  for (const provenance of bundle.all('Provenance')) {
    const target = headerOf(firstOf(provenance.get('target')));
    if (target !== headerId) quotes.add(target);
    else if (own === undefined) own = provenance;
    else throw psychiatryErrors('MESSAGE_MALFORMED', { field: provenance.expression, message: TWO_HISTORIES });
  }
  if (own === undefined)
    throw psychiatryErrors('MESSAGE_INCOMPLETE', {
      field: 'Bundle.entry.resource.ofType(Provenance)',
      message: 'No Provenance has the MessageHeader as its target.',
    });
  const refersTo = new Set(
    own
      .get('entity')
      .items()
      .map((entity) => headerOf(entity.get('what'))),
  );
  return {
    activity: activityIn(own),
    sentAt: own.get('recorded').moment(),
    refersTo: [...refersTo].toSorted(),
    quotes: [...new Set([...quotes, ...refersTo])].filter((id) => id !== headerId).toSorted(),
  };
}

const TWO_HISTORIES = 'More than one Provenance has the MessageHeader as its target.';

function activityIn(provenance: FhirElement): Activity {
  const coding = firstOf(provenance.get('activity').get('coding'));
  const system = coding.get('system').optionalText();
  const code = coding.get('code');
  const activity = activityOf(code.text());
  if (activity === undefined || (system !== null && system !== ACTIVITY_SYSTEM))
    throw psychiatryErrors('MESSAGE_CODE_UNKNOWN', { field: code.expression });
  return activity;
}

function episodesOf(encounter: FhirElement): readonly string[] {
  const identifiers = encounter
    .get('episodeOfCare')
    .items()
    .map((episode) => episode.get('identifier'));
  if (identifiers.length === 0) firstOf(encounter.get('episodeOfCare'));
  const names = identifiers.map((each) => `${each.get('system').optionalText() ?? ''}|${each.get('value').text()}`);
  return [...new Set(names)].toSorted();
}

function classOf(encounter: FhirElement): HospitalMessage['stayClass'] {
  const code = encounter.get('class').get('code');
  assertKnown(code, Object.keys(CLASSES));
  return CLASSES[code.text() as keyof typeof CLASSES];
}

function spanOf(period: FhirElement): Span {
  return { from: period.get('start').moment(), to: period.get('end').optionalMoment() };
}

function leaveOf(encounter: FhirElement): Span | null {
  const found = encounter
    .get('extension')
    .items()
    .filter((extension) => LEAVE_EXTENSION.test(extension.get('url').text()));
  const [leave, another] = found;
  if (another !== undefined)
    throw psychiatryErrors('MESSAGE_MALFORMED', {
      field: another.expression,
      message: 'A message speaks of one leave at most.',
    });
  return leave === undefined ? null : spanOf(leave.get('valuePeriod'));
}

/** The department that treats; where the sender is another organisation, that is the hospital and the first the ward. */
function placeOf(bundle: MessageBundle, header: FhirElement, encounter: FhirElement): Place {
  const provider = bundle.referenced(encounter.get('serviceProvider'), 'Organization');
  const sender = bundle.referenced(header.get('sender'), 'Organization');
  const name = nameOf(provider);
  const senderName = nameOf(sender);
  const same = provider === sender || name === senderName;
  const hospital = same ? provider : sender;
  return { hospital: nameOf(hospital), sor: identifierOf(hospital, SOR_SYSTEM), ward: same ? null : name };
}

/** A hospital that does not say its name goes by its number in the register of health organisations. */
function nameOf(organization: FhirElement): string {
  const sor = identifierOf(organization, SOR_SYSTEM);
  return organization.get('name').optionalText() ?? (sor === null ? organization.get('name').text() : `SOR ${sor}`);
}

function identifierOf(resource: FhirElement, system: string): string | null {
  const own = resource
    .get('identifier')
    .items()
    .find((identifier) => identifier.get('system').optionalText() === system);
  return own?.get('value').text() ?? null;
}

function cprOf(patient: FhirElement): string {
  const field = patient.get('identifier').expression;
  const cpr = identifierOf(patient, CPR_SYSTEM);
  if (cpr === null)
    throw psychiatryErrors('MESSAGE_INCOMPLETE', { field, message: 'The Patient has no official CPR number.' });
  if (!/^[0-9]{10}$/.test(cpr))
    throw psychiatryErrors('MESSAGE_MALFORMED', { field, message: 'The CPR number does not have ten digits.' });
  return cpr;
}

/** The id of the MessageHeader that a Reference names. */
function headerOf(reference: FhirElement): string {
  return referenceKey(reference.get('reference').text()).replace(/^MessageHeader\//, '');
}

function firstOf(list: FhirElement): FhirElement {
  const [first] = list.items();
  if (first === undefined)
    throw psychiatryErrors('MESSAGE_INCOMPLETE', { field: list.expression, message: `${list.expression} is missing.` });
  return first;
}

function assertKnown(code: FhirElement, known: readonly string[]): void {
  if (!known.includes(code.text())) throw psychiatryErrors('MESSAGE_CODE_UNKNOWN', { field: code.expression });
}

function notOfThis(reference: FhirElement) {
  return psychiatryErrors('MESSAGE_MALFORMED', {
    field: reference.expression,
    message: `${reference.expression} is not the Patient of the message.`,
  });
}
