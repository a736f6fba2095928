/** Somebody breaks the glass: the citizen is told at once, the data protection officer reviews it, the citizen is told of that. */
import type { Actor } from '@sammen/consent';
import { citizenNo, codesOf, inPerson, NOBODY, type Somebody, stranger, useAttacker } from '../support/attacker.js';

const { ask, sql } = useAttacker();
const [patient, unread] = [citizenNo(180), citizenNo(181)];
const doctor = stranger('psychiatrist', 'staff-review-doctor');
const officer = stranger('data-protection-officer', 'staff-review-officer');
const elsewhere: Somebody = {
  ...officer,
  actor: { ...officer.actor, id: 'staff-review-elsewhere', organisationId: 'region-midtjylland' } satisfies Actor,
};

const OPEN = `mutation Open($input: OpenEmergencyAccessInput!) { openEmergencyAccess(input: $input) { id } }`;
const LOOK = `query Look($id: ID!) { citizen(id: $id) { diagnoses { code } treatments { totalCount } } }`;
const QUEUE = `query Queue($status: ReviewStatus!, $after: String) { emergencyReviews(status: $status, first: 100, after: $after) {
  totalCount nodes { id status version openedBy openedByRole kind reason categories openedAt expiresAt looks reviews { outcome note version } } } }`;
const REVIEW = `mutation Review($input: ReviewEmergencyAccessInput!) {
  reviewEmergencyAccess(input: $input) { id status version looks reviews { outcome note version organisation { id } } } }`;
const NOTIFIED = `query N($unread: Boolean! = false) { me { notifications(unread: $unread) { totalCount nodes { id kind subjectId readAt text english: text(language: EN) } } } }`;

const REASON = 'Fundet bevidstløs, behandling haster';
const opening = (citizenId: string) => ({
  input: { citizenId, kind: 'VITAL_INTEREST', reason: REASON, categories: ['DIAGNOSIS', 'TREATMENT'] },
});
const queue = async (who: Somebody = officer, status = 'OPEN') =>
  (await ask('gateway', who, QUEUE, { status })).body.data!['emergencyReviews'];
const reviewing = (id: string, said: object = {}) => ({
  input: { id, outcome: 'OBJECTED', note: 'Behandlingen kunne vente på et samtykke.', version: 0, ...said },
});
const notified = async (unreadOnly = false) =>
  (await ask('gateway', inPerson(patient), NOTIFIED, { unread: unreadOnly })).body.data!['me'].notifications;
let emergency: string;

beforeAll(async () => {
  for (const { id } of [patient, unread]) expect(codesOf(await ask('gateway', doctor, OPEN, opening(id)))).toEqual([]);
  await ask('gateway', doctor, LOOK, { id: patient.id });
  emergency = (await sql('citizen', 'SELECT id FROM emergency_access WHERE citizen_id = $1', [patient.id]))[0]!['id'];
});

describe('the citizen', () => {
  it('I-2: sees at once, first in the access log, that the glass was broken, even when nothing was read', async () => {
    const log = `{ me { accessLog(first: 1) { nodes { emergency emergencyReason role decisions { category access permitted reason } } } emergencyAccesses { looks reviews { outcome } } } }`;
    const { body } = await ask('gateway', inPerson(unread), log);
    expect(body.data!['me']).toEqual({
      accessLog: {
        nodes: [
          {
            emergency: true,
            emergencyReason: REASON,
            role: 'PSYCHIATRIST',
            decisions: [{ category: 'ACCESS_LOG', access: 'WRITE', permitted: true, reason: 'EMERGENCY' }],
          },
        ],
      },
      emergencyAccesses: [{ looks: 0, reviews: [] }],
    });
  });

  it('is notified at once, in plain words', async () => {
    const { nodes } = await notified();
    expect(nodes[0]).toMatchObject({ kind: 'EMERGENCY_ACCESS_OPENED', subjectId: emergency, readAt: null });
    expect(nodes[0].text).toBe(
      'En psykiater ved Region Nordjylland har åbnet en akut adgang (værdispring) til dine psykiatriske diagnoser og din behandling i psykiatrien. Du kan læse hvorfor, og en databeskyttelsesrådgiver gennemgår det.',
    );
    expect(nodes[0].english).toContain('A psychiatrist at Region Nordjylland has opened an emergency access');
  });

  it('marks what is read, and unread again; nobody else can, and made-up ones are unknown', async () => {
    const MARK = `mutation M($input: MarkNotificationsInput!) { markNotifications(input: $input) { id notifications { nodes { id readAt } } } }`;
    const mark = (ids: string[], read: boolean, who = inPerson(patient)) =>
      ask('gateway', who, MARK, { input: { citizenId: patient.id, ids, read } });
    const before = (await notified(true)).totalCount;
    const marked = await mark([emergency], true);
    const shown = marked.body.data!['markNotifications'].notifications.nodes;
    expect(shown.find(({ id }: any) => id === emergency).readAt).not.toBeNull();
    expect((await notified(true)).totalCount).toBe(before - 1);
    await mark([emergency], false);
    expect((await notified(true)).totalCount).toBe(before);
    expect(codesOf(await mark([NOBODY], true))).toEqual(['NOT_FOUND']);
    expect(codesOf(await mark([emergency], true, inPerson(unread)))).toEqual(['NOT_ALLOWED']);
    expect(codesOf(await mark([emergency], true, doctor))).toEqual(['NOT_ALLOWED']);
  });
});

describe('the data protection officer of who opened it', () => {
  it('sees who, when, why, what was asked for and whether anything was read, and of the citizen an opaque id', async () => {
    const { nodes } = await queue();
    const mine = nodes.find(({ id }: any) => id === emergency);
    expect(mine).toEqual({
      id: emergency,
      status: 'OPEN',
      version: 0,
      openedBy: 'staff-review-doctor',
      openedByRole: 'PSYCHIATRIST',
      kind: 'VITAL_INTEREST',
      reason: REASON,
      categories: ['DIAGNOSIS', 'TREATMENT'],
      openedAt: expect.any(String),
      expiresAt: expect.any(String),
      looks: 1,
      reviews: [],
    });
    expect(nodes.filter(({ looks }: any) => looks === 0).length).toBeGreaterThan(0);
    const whose = `{ emergencyReviews(first: 100) { nodes { id citizenId } } }`;
    const cases = (await ask('gateway', officer, whose)).body.data!['emergencyReviews'].nodes;
    // An opaque id, and nothing that could be asked with it but who looked.
    const { citizenId } = cases.find(({ id }: any) => id === emergency);
    const seen = await ask(
      'gateway',
      officer,
      `query W($id: ID!) { citizen(id: $id) { viewerAccess { category state } } }`,
      {
        id: citizenId,
      },
    );
    const open = seen.body.data!['citizen'].viewerAccess.filter(({ state }: any) => state === 'PERMITTED');
    expect(open).toEqual([{ category: 'ACCESS_LOG', state: 'PERMITTED' }]);
  });

  it('I-2: is seen looking, by the citizen', async () => {
    await queue();
    const log = `{ me { accessLog(first: 50) { nodes { role purpose decisions { category permitted basis } } } } }`;
    const { body } = await ask('gateway', inPerson(patient), log);
    const looks = body.data!['me'].accessLog.nodes.filter(({ role }: any) => role === 'DATA_PROTECTION_OFFICER');
    expect(looks[0]).toEqual({
      role: 'DATA_PROTECTION_OFFICER',
      purpose: 'OVERSIGHT',
      decisions: [{ category: 'ACCESS_LOG', permitted: true, basis: 'LAW:GDPR_39' }],
    });
  });

  it('I-5: sees no health data and no name, the glass being broken or not', async () => {
    const { body } = await ask(
      'gateway',
      officer,
      `query Q($id: ID!) { citizen(id: $id) { name diagnoses { code } notifications { totalCount } consentRequests { totalCount } } }`,
      { id: patient.id },
    );
    expect(body.data!['citizen']).toEqual({ name: null, diagnoses: null, notifications: null, consentRequests: null });
  });

  it('I-3: that of another organisation sees none of it, and an id of it is unknown there', async () => {
    expect(await queue(elsewhere)).toEqual({ totalCount: 0, nodes: [] });
    const [existing, none] = [
      await ask('gateway', elsewhere, REVIEW, reviewing(emergency)),
      await ask('gateway', elsewhere, REVIEW, reviewing(NOBODY)),
    ];
    expect(codesOf(existing)).toEqual(['NOT_FOUND']);
    expect(JSON.stringify(existing.body)).toBe(JSON.stringify(none.body));
  });

  it.each([
    [
      'who opened it, whatever they are now',
      { ...officer, actor: { ...officer.actor, id: doctor.actor.id } },
      {},
      'REVIEW_OF_OWN',
      'input.id',
    ],
    ['another role', doctor, {}, 'NOT_ALLOWED', undefined],
    ['the citizen', inPerson(patient), {}, 'NOT_ALLOWED', undefined],
    ['one who gives no grounds', officer, { note: '          ' }, 'INVALID_INPUT', 'input.note'],
    ['one who saw an older state', officer, { version: 1 }, 'VERSION_CONFLICT', 'input.version'],
    ['one who names no id', officer, { id: 'x' }, 'INVALID_ID', 'input.id'],
  ] as const)('is not replaced by %s', async (_name, who, said, code, field) => {
    const answer = await ask('gateway', who as Somebody, REVIEW, reviewing(emergency, said));
    expect(codesOf(answer)).toEqual([code]);
    expect(answer.body.errors![0].extensions.field).toBe(field);
    expect(await sql('citizen', 'SELECT 1 FROM emergency_review WHERE emergency_id = $1', [emergency])).toEqual([]);
  });

  it('objects; the case leaves the queue, and the citizen is notified', async () => {
    const input = reviewing(emergency, { idempotencyKey: 'review-1' });
    const { body } = await ask('gateway', officer, REVIEW, input);
    const review = {
      outcome: 'OBJECTED',
      note: input.input.note,
      version: 1,
      organisation: { id: 'region-nordjylland' },
    };
    expect(body.data!['reviewEmergencyAccess']).toEqual({
      id: emergency,
      status: 'OBJECTED',
      version: 1,
      looks: 1,
      reviews: [review],
    });
    expect((await ask('gateway', officer, REVIEW, input)).body.data).toEqual(body.data);
    expect((await queue()).nodes.map(({ id }: any) => id)).not.toContain(emergency);
    expect((await queue(officer, 'OBJECTED')).nodes.map(({ id }: any) => id)).toContain(emergency);
    const [told] = (await notified()).nodes;
    expect(told).toMatchObject({ kind: 'EMERGENCY_REVIEWED', subjectId: emergency });
    expect(told.text).toMatch(
      /^En databeskyttelsesrådgiver ved Region Nordjylland har gennemgået .* og gjort indsigelse/,
    );
    const mine = `{ me { emergencyAccesses { looks reviews { outcome note } } } }`;
    const seen = (await ask('gateway', inPerson(patient), mine)).body.data!['me'].emergencyAccesses;
    expect(seen).toEqual([{ looks: 1, reviews: [{ outcome: 'OBJECTED', note: input.input.note }] }]);
  });

  it('thinks again by adding, never by changing: not even the application could', async () => {
    const again = await ask('gateway', officer, REVIEW, reviewing(emergency, { outcome: 'ACCEPTED', version: 1 }));
    expect(again.body.data!['reviewEmergencyAccess']).toMatchObject({ status: 'ACCEPTED', version: 2 });
    expect(again.body.data!['reviewEmergencyAccess'].reviews).toHaveLength(2);
    const rights = await sql(
      'citizen',
      `SELECT t, p FROM unnest(ARRAY['emergency_access', 'emergency_review']) t, unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) p
       WHERE has_table_privilege('sammen_citizen', t, p) ORDER BY t`,
    );
    expect(rights).toEqual([
      { t: 'emergency_access', p: 'INSERT' },
      { t: 'emergency_review', p: 'INSERT' },
    ]);
  });

  it('reads the queue page by page, and a cursor of another organisation is none', async () => {
    const first = await ask(
      'gateway',
      officer,
      `{ emergencyReviews(first: 1) { pageInfo { endCursor hasNextPage } } }`,
    );
    const { endCursor } = first.body.data!['emergencyReviews'].pageInfo;
    expect(codesOf(await ask('gateway', officer, QUEUE, { status: 'OPEN', after: endCursor }))).toEqual([]);
    expect(codesOf(await ask('gateway', elsewhere, QUEUE, { status: 'OPEN', after: endCursor }))).toEqual([
      'INVALID_CURSOR',
    ]);
  });
});
