import { SammenError } from '@sammen/errors';
import { ACTIVITIES } from '../src/inbox/activity.js';
import { refusalOutcome } from '../src/inbox/operationOutcome.js';
import { readMessage } from '../src/inbox/readMessage.js';
import { unitOf } from '../src/inbox/unitOf.js';
import { LOCAL_EPISODES, NATIONAL_EPISODES, notification } from './support/notification.js';
import { REFUSALS } from './support/refusals.js';

const NOW = Date.parse('2025-01-01T00:00:00Z');
const read = (spec: Parameters<typeof notification>[0]) => readMessage(JSON.stringify(notification(spec)), NOW);

function refusalOf(body: string): SammenError {
  try {
    readMessage(body, NOW);
  } catch (error) {
    if (error instanceof SammenError) return error;
    throw error;
  }
  throw new Error('The message was taken.');
}

describe('reading a message', () => {
  it.each(REFUSALS)('refuses $name, naming the reason', ({ body, code, issue, status, expression }) => {
    const refusal = refusalOf(body);
    expect({ code: refusal.code, status: refusal.status }).toEqual({ code, status });
    const [said] = refusalOutcome(refusal).issue;
    expect(said).toMatchObject({ severity: 'error', code: issue, details: { coding: [{ code }] } });
    if (expression !== undefined) expect(said!.expression?.join()).toContain(expression);
  });

  it.each(REFUSALS)('I-8: quotes nothing of $name', ({ body }) => {
    const outcome = JSON.stringify(refusalOutcome(refusalOf(body)));
    for (const said of [
      '0101709901',
      '010170-9901',
      'Prøve',
      'Afdeling Q',
      '2999-',
      '1899-',
      'transfer-inpatient',
      'yes',
    ])
      expect(outcome).not.toContain(said);
  });

  it.each(ACTIVITIES.map(({ code }) => code))('takes %s', (activity) => {
    const leave = { start: '2024-05-02T12:00:00+02:00', end: '2024-05-03T12:00:00+02:00' };
    expect(read({ activity, leave, end: '2024-05-07T12:00:00+02:00' }).message.stay.from).toBe(
      '2024-05-01T10:00:00.000Z',
    );
  });

  it('takes the profile under its older address and with a version of 3', () => {
    for (const profile of [
      'http://medcomfhir.dk/fhir/hospitalnotification/StructureDefinition/medcom-hospitalNotification-message',
      'http://medcomfhir.dk/ig/hospitalnotification/StructureDefinition/medcom-hospitalNotification-message|3.0.2',
    ]) {
      const bundle = { ...notification({ activity: 'admit-inpatient' }), meta: { profile: [profile] } };
      expect(readMessage(JSON.stringify(bundle), NOW).cpr).toBe('0101709901');
    }
  });

  it('finds resources by absolute address and by urn, in any order', () => {
    for (const base of ['https://example.org/fhir/', 'urn:uuid:']) {
      const bundle = notification({ activity: 'admit-inpatient' });
      const renamed = JSON.stringify(bundle).replaceAll(
        /"(fullUrl|reference)":"([A-Za-z]+)\/([^"]+)"/g,
        (_, name, type, id) =>
          // A urn names a resource without its type; the MessageHeader is named by its own id in histories.
          base === 'urn:uuid:' && type !== 'MessageHeader'
            ? `"${name}":"${base}${id}"`
            : `"${name}":"https://example.org/fhir/${type}/${id}"`,
      );
      const { entry, ...rest } = JSON.parse(renamed) as typeof bundle;
      const { message } = readMessage(JSON.stringify({ ...rest, entry: entry!.toReversed() }), NOW);
      expect(message.place.hospital).toBe('Afdeling Q, Prøvehospitalet');
    }
  });

  it('keeps every identifier of the episode', () => {
    const episodes = [
      { system: NATIONAL_EPISODES, value: 'urn:uuid:n' },
      { system: LOCAL_EPISODES, value: 'l' },
    ];
    const { message } = read({ activity: 'admit-inpatient', episodes });
    expect(message.episodes).toEqual([`${LOCAL_EPISODES}|l`, `${NATIONAL_EPISODES}|urn:uuid:n`]);
  });

  it('I-8: keeps neither the name nor the CPR number beside what the message says', () => {
    const { message } = read({ activity: 'admit-inpatient', cpr: '0202709902' });
    expect(JSON.stringify(message)).not.toMatch(/0202709902|Plejecenter/);
  });
});

describe('the unit of a hospital', () => {
  const place = { sor: null, ward: null };

  it('is the psychiatric department of that name', () => {
    expect(unitOf({ ...place, hospital: 'Psykiatrisk Afdeling Esbjerg' })).toBe('region-syddanmark/psychiatry-esbjerg');
  });

  it('is the ward of the department that sends', () => {
    expect(unitOf({ ...place, hospital: 'Psykiatrisk Afdeling Esbjerg', ward: 'Sengeafsnit 1' })).toBe(
      'region-syddanmark/psychiatry-esbjerg/ward-1',
    );
  });

  it('is the department of a ward that is not in the register', () => {
    expect(unitOf({ ...place, hospital: 'Psykiatrisk Afdeling Esbjerg', ward: 'Sengeafsnit 9' })).toBe(
      'region-syddanmark/psychiatry-esbjerg',
    );
    expect(unitOf({ ...place, hospital: 'Region Syddanmark', ward: 'Psykiatrisk Afdeling Odense' })).toBe(
      'region-syddanmark/psychiatry-odense',
    );
  });

  it('is none of a hospital outside psychiatry, so that nobody gets a care relation', () => {
    expect(unitOf({ ...place, hospital: 'Afdeling Q, Prøvehospitalet' })).toBeNull();
    expect(unitOf({ ...place, hospital: 'Afdeling Q, Prøvehospitalet', ward: 'Sengeafsnit 1' })).toBeNull();
  });
});
