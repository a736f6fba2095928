/** The export is held against the structure of FHIR R4: https://hl7.org/fhir/R4/auditevent.html. */
import { PURPOSES } from '@sammen/consent';
import { appendEvents, erasePayloads, readEvents, type StoredEvent, toAuditEvent } from '../src/index.js';
import { PURPOSE_OF_USE } from '../src/fhir/codes.js';
import { emergency, look, someone, startLedgerDatabase, type LedgerDatabase } from './support.js';

/** Elements by name; `!` is required, `*` is a list, and what has elements of its own is named after a colon. */
const R4: Readonly<Record<string, readonly string[]>> = {
  AuditEvent: [
    'resourceType!',
    'id',
    'type!:Coding',
    'subtype*:Coding',
    'action',
    'recorded!',
    'outcome',
    'outcomeDesc',
    'purposeOfEvent*:CodeableConcept',
    'agent!*:agent',
    'source!:source',
    'entity*:entity',
  ],
  agent: [
    'type:CodeableConcept',
    'role*:CodeableConcept',
    'who:Reference',
    'altId',
    'name',
    'requestor!',
    'purposeOfUse*:CodeableConcept',
  ],
  source: ['site', 'observer!:Reference', 'type*:Coding'],
  entity: [
    'what:Reference',
    'type:Coding',
    'role:Coding',
    'lifecycle:Coding',
    'securityLabel*:Coding',
    'name',
    'description',
    'query',
    'detail*:detail',
  ],
  detail: ['type!', 'valueString!'],
  Coding: ['system', 'version', 'code', 'display', 'userSelected'],
  CodeableConcept: ['coding*:Coding', 'text'],
  Reference: ['reference', 'type', 'identifier:Identifier', 'display', 'extension*:Extension'],
  Identifier: ['use', 'type', 'system', 'value'],
  Extension: ['url!', 'valueCode'],
};

/** What breaks the structure, by path; none for a resource that keeps it. */
function violations(value: unknown, type: string, path = type): string[] {
  const object = value as Record<string, unknown>;
  const elements = R4[type]!.map((text) => {
    const [, name, required, list, of] = /^(\w+)(!?)(\*?)(?::(\w+))?$/.exec(text)!;
    return { name: name!, required: required === '!', list: list === '*', of };
  });
  const known = new Set(elements.map(({ name }) => name));
  const found = Object.keys(object)
    .filter((key) => !known.has(key))
    .map((key) => `${path}.${key} is not an element`);
  for (const { name, required, list, of } of elements) {
    const part = object[name];
    if (part === undefined) {
      if (required) found.push(`${path}.${name} is missing`);
      continue;
    }
    if (Array.isArray(part) !== list) found.push(`${path}.${name} is ${list ? 'no' : 'a'} list`);
    const parts = Array.isArray(part) ? (part as unknown[]) : [part];
    if (parts.length === 0 || parts.some((each) => each === null || each === ''))
      found.push(`${path}.${name} is empty`);
    if (of) for (const each of parts) found.push(...violations(each, of, `${path}.${name}`));
  }
  return found;
}

let db: LedgerDatabase;
beforeAll(async () => {
  db = await startLedgerDatabase();
}, 60_000);
afterAll(() => db.stop());

async function all(range: Parameters<typeof readEvents>[1] = {}): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const event of readEvents(db.owner, range)) events.push(event);
  return events;
}

it('every event is an AuditEvent of R4: who, whom, when, what for, what was asked and how it was decided', async () => {
  const citizen = someone();
  await appendEvents(db.app, [
    look(citizen),
    look(citizen, { ...emergency, purpose: 'TREATMENT' }),
    look(citizen, {
      purpose: null,
      decisions: [{ category: 'PLAN', access: 'WRITE', effect: 'DENY', reason: 'INVALID', basis: null }],
    }),
    look(null, { organisationId: null, unitId: null, operation: { name: null, hash: 'b'.repeat(64) } }),
    ...PURPOSES.map((purpose) => look(citizen, { purpose })),
  ]);
  const events = await all();
  const resources = events.map(toAuditEvent);
  for (const resource of resources) {
    expect(violations(resource, 'AuditEvent')).toEqual([]);
    expect(resource.agent.filter(({ requestor }) => requestor)).toHaveLength(1);
    expect(resource.recorded).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(resource.id).toMatch(/^[A-Za-z0-9\-.]{1,64}$/);
  }
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  const [first, broken, refused] = (await all({ citizenId: citizen })).map(({ id }) => byId.get(id)!);
  expect(first).toMatchObject({
    type: { system: 'http://dicom.nema.org/resources/ontology/DCM', code: '110110' },
    action: 'R',
    outcome: '0',
    purposeOfEvent: [{ coding: [{ system: 'urn:sammen:purpose', code: 'SOCIAL_CASEWORK' }] }],
    agent: [
      {
        who: { identifier: { value: 'staff-municipality-0561.social-0' } },
        role: [{ coding: [{ code: 'SOCIAL_WORKER' }] }],
      },
      { who: { type: 'Organization', identifier: { value: 'municipality-0561/social' } }, requestor: false },
    ],
  });
  expect(first!.entity![0]!.what).toEqual({
    type: 'Patient',
    identifier: { system: 'urn:sammen:citizen', value: citizen },
  });
  const decisions = first!.entity!.filter(({ role }) => role?.code === '4');
  expect(decisions.map(({ name, detail }) => [name, ...detail!.map(({ valueString }) => valueString)])).toEqual([
    ['HOUSING', 'READ', 'PERMIT', 'OWN', 'OWN:relation-1'],
    ['DIAGNOSIS', 'READ', 'DENY', 'NO_BASIS'],
  ]);
  expect(broken).toMatchObject({ subtype: [{ code: '110127' }] });
  expect(broken!.purposeOfEvent!.flatMap(({ coding }) => coding!.map(({ code }) => code))).toEqual([
    'TREATMENT',
    'TREAT',
    'BTG',
  ]);
  expect(refused).toMatchObject({ action: 'U', outcome: '4' });
  expect(refused!.purposeOfEvent).toBeUndefined();
  const nobody = resources.find(({ agent }) => agent.length === 1)!;
  expect(nobody.entity!.some(({ what }) => what?.type === 'Patient')).toBe(false);
  // HL7's PurposeOfUse has these, and our other purposes go by our own codes alone.
  expect(Object.values(PURPOSE_OF_USE).map(({ code }) => code)).toEqual([
    'PATRQT',
    'PWATRNY',
    'TREAT',
    'COC',
    'HCOMPL',
  ]);
});

it('says of what was erased that it was, and still is an AuditEvent', async () => {
  const citizen = someone();
  await appendEvents(db.app, [look(citizen, emergency)]);
  await erasePayloads(db.owner, { before: new Date(Date.now() + 60_000), citizenId: citizen });
  const [event] = await all({ citizenId: citizen });
  const resource = toAuditEvent(event!);
  expect(violations(resource, 'AuditEvent')).toEqual([]);
  expect(resource.agent).toMatchObject([{ requestor: true, who: { extension: [{ valueCode: 'masked' }] } }]);
  expect(JSON.stringify(resource)).not.toMatch(/staff|SOCIAL|Bevidstløs/);
});

it('reads a range in the order of time, however many pages it has, each event once', async () => {
  const [one, two] = [someone(), someone()];
  for (let i = 0; i < 6; i++)
    await appendEvents(
      db.app,
      Array.from({ length: 400 }, (_, at) => look(at % 2 ? one : two)),
    );
  const events = await all();
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  const { rows } = await db.owner.query<{ count: number }>('SELECT count(*)::int FROM ledger.event');
  expect(events).toHaveLength(rows[0]!.count);
  const times = events.map(({ at }) => at.getTime());
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect((await all({ citizenId: one })).map(({ seq }) => seq)).toEqual(Array.from({ length: 1_200 }, (_, i) => i + 1));
  const middle = events[1_300]!.at;
  const [before, after] = [await all({ to: middle }), await all({ from: middle })];
  expect(before.length + after.length).toBe(events.length);
  expect(before.every(({ at }) => at < middle) && after.every(({ at }) => at >= middle)).toBe(true);
});
