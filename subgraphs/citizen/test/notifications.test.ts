import { randomUUID } from 'node:crypto';
import type { Actor } from '@sammen/consent';
import { EDGE_CASES } from '@sammen/population';
import { citizenNo, inPerson, type Somebody, stranger, useAttacker } from '../../../test/support/attacker.js';

const { ask, sql, system } = useAttacker();
const [person, seeded] = [citizenNo(195), citizenNo(EDGE_CASES.showcase)];
const family = [196, 197, 198, 199, 200, 201].map(citizenNo);
const parent: Somebody = {
  actor: {
    id: 'representative-of-many',
    role: 'GUARDIAN',
    organisationId: null,
    organisationKind: 'NONE',
    unitId: null,
    citizenId: null,
  } satisfies Actor,
  purpose: 'REPRESENTATION',
};

const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();
const GIVE = `mutation Give($input: GiveConsentInput!) { giveConsent(input: $input) { id version lapsesSoon lapsesInDays } }`;
const NOTIFIED = `{ me { notifications(first: 100) { totalCount nodes { id kind subjectId text } } consents { id lapsesSoon lapsesInDays } } }`;
const give = async (said: object) => {
  const input = {
    citizenId: person.id,
    recipients: [{ actorId: 'somebody' }],
    categories: ['HOUSING'],
    purposes: ['CARE_COORDINATION'],
    legalBasis: 'SOCIAL_DATA',
    consequencesExplained: true,
    ...said,
  };
  const { body } = await ask('citizen', inPerson(person), GIVE, { input });
  expect(body.errors).toBeUndefined();
  return body.data!['giveConsent'];
};
const about = async (id: string) =>
  (await ask('citizen', inPerson(person), NOTIFIED)).body.data!['me'].notifications.nodes.filter(
    ({ subjectId }: any) => subjectId === id,
  );

describe('a consent that lapses', () => {
  it.each([
    [29, true, 29],
    [31, false, 31],
  ])('warns from 30 days before: %i days before it is %s', async (days, lapsesSoon, lapsesInDays) => {
    const consent = await give({ validTo: inDays(days) });
    expect(consent).toMatchObject({ lapsesSoon, lapsesInDays });
    const told = await about(consent.id);
    expect(told.map(({ kind }: any) => kind)).toEqual(lapsesSoon ? ['CONSENT_LAPSES_SOON'] : []);
  });

  it('warns once for each end that it has, and no more when it is given for longer or withdrawn', async () => {
    const { id, version } = await give({ validTo: inDays(10) });
    const [first] = await about(id);
    expect(first.text).toMatch(/^Et af dine samtykker udløber den \d+\. \S+ \d{4}\. /);
    const change = `mutation C($input: ChangeConsentInput!) { changeConsent(input: $input) { version } }`;
    const to = (days: number, seen: number) => ({
      input: { citizenId: person.id, consentId: id, version: seen, validTo: inDays(days) },
    });
    await ask('citizen', inPerson(person), change, to(20, version));
    const [second, ...more] = await about(id);
    expect([more, second.id === first.id]).toEqual([[], false]);
    await ask('citizen', inPerson(person), change, to(200, version + 1));
    expect(await about(id)).toEqual([]);
    const withdrawn = await give({ validTo: inDays(5) });
    const input = { citizenId: person.id, consentId: withdrawn.id };
    await ask(
      'citizen',
      inPerson(person),
      `mutation W($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { id } }`,
      { input },
    );
    expect(await about(withdrawn.id)).toEqual([]);
  });

  it('that is over is told of, and no longer counts down', async () => {
    const { id } = await give({ validTo: inDays(3) });
    await sql(
      'citizen',
      `UPDATE consent_choice SET valid_from = now() - interval '9 days', valid_to = now() - interval '1 day' WHERE id = $1`,
      [id],
    );
    expect((await about(id)).map(({ kind }: any) => kind)).toEqual(['CONSENT_LAPSED']);
    const { consents } = (await ask('citizen', inPerson(person), NOTIFIED)).body.data!['me'];
    expect(consents.find((consent: any) => consent.id === id)).toMatchObject({ lapsesSoon: false, lapsesInDays: null });
  });
});

it('the show-case citizen has something of each kind to read, in both languages and without a gap', async () => {
  const query = `{ me { notifications(first: 100) { nodes { kind text english: text(language: EN) } } } }`;
  const { nodes } = (await ask('citizen', inPerson(seeded), query)).body.data!['me'].notifications;
  expect([...new Set(nodes.map(({ kind }: any) => kind))]).toEqual(
    expect.arrayContaining([
      'EMERGENCY_ACCESS_OPENED',
      'EMERGENCY_REVIEWED',
      'CONSENT_REQUESTED',
      'CONSENT_LAPSES_SOON',
    ]),
  );
  for (const { text, english } of nodes) {
    expect(text).not.toMatch(/undefined|null| {2}|\s,|Invalid/);
    expect(english).not.toMatch(/undefined|null| {2}|\s,|Invalid/);
    expect(english).not.toBe(text);
  }
});

it('they are paged like every list, and a cursor of somebody else is none', async () => {
  const page = (after?: string) =>
    ask(
      'citizen',
      inPerson(seeded),
      `query P($after: String) { me { notifications(first: 2, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } } }`,
      after === undefined ? {} : { after },
    );
  const seen: string[] = [];
  let after: string | undefined;
  let total: number;
  do {
    const { notifications } = (await page(after)).body.data!['me'];
    seen.push(...notifications.nodes.map(({ id }: any) => id));
    total = notifications.totalCount;
    after = notifications.pageInfo.hasNextPage ? notifications.pageInfo.endCursor : undefined;
  } while (after !== undefined);
  expect(new Set(seen).size).toBe(total);
  const foreign = await page(Buffer.from(randomUUID()).toString('base64url'));
  expect(foreign.body.errors![0].extensions.code).toBe('INVALID_CURSOR');
});

describe('for many citizens', () => {
  beforeAll(async () => {
    const doctor = stranger('psychiatrist', 'staff-notifying');
    const OPEN = `mutation O($input: OpenEmergencyAccessInput!) { openEmergencyAccess(input: $input) { id } }`;
    const ASK = `mutation A($input: RequestConsentInput!) { requestConsent(input: $input) { id } }`;
    for (const { id: citizenId } of family) {
      await sql(
        'citizen',
        `INSERT INTO representative (citizen_id, id, actor_id, name, kind, mandate, categories, valid_from, valid_to)
         VALUES ($1, $2, $3, 'Prøve', 'GUARDIAN', 'Alt', '{CONSENTS,ACCESS_LOG,DIAGNOSIS}', '2020-01-01', NULL)`,
        [citizenId, randomUUID(), parent.actor.id],
      );
      const categories = ['DIAGNOSIS'];
      const asked = { citizenId, categories, purpose: 'TREATMENT', text: 'Må jeg se dine diagnoser?' };
      await ask('citizen', doctor, ASK, { input: asked });
      const opening = { citizenId, categories, kind: 'VITAL_INTEREST', reason: 'Fundet bevidstløs hjemme' };
      await ask('citizen', doctor, OPEN, { input: opening });
    }
  });

  it('I-12: notifications, requests, emergencies with their reviews and looks cost as many statements as for one', async () => {
    const query = `query M($them: [_Any!]!) { _entities(representations: $them) { ... on Citizen {
      notifications { totalCount nodes { kind text readAt } }
      consentRequests(open: true) { totalCount nodes { whatItMeans consent { id } } }
      emergencyAccesses { looks reviews { outcome } } } } }`;
    const read = async (people: typeof family) => {
      const them = people.map(({ id }) => ({ __typename: 'Citizen', id }));
      const { body, headers } = await ask('citizen', parent, query, { them });
      expect(body.errors).toBeUndefined();
      return { shown: body.data!['_entities'], cost: await system.cost('citizen', headers.get('x-request-id')!) };
    };
    // Once before: facts are remembered then, and both cost the same number without reading them.
    await read(family);
    const one = await read(family.slice(0, 1));
    const many = await read(family);
    for (const { notifications, consentRequests, emergencyAccesses } of many.shown) {
      expect(notifications.totalCount).toBeGreaterThanOrEqual(2);
      expect(consentRequests.totalCount).toBeGreaterThanOrEqual(1);
      expect(emergencyAccesses.length).toBeGreaterThanOrEqual(1);
    }
    expect(many.cost.decisionCalls).toBe(1);
    expect(many.cost.sqlStatements).toBe(one.cost.sqlStatements);
  });

  it('I-12: the list of one’s requests, with what came of each, costs as many statements as one of them', async () => {
    const read = async (first: number) => {
      const doctor = stranger('psychiatrist', 'staff-notifying');
      const list = `query L($first: Int!) { myConsentRequests(first: $first) { totalCount nodes { status citizen { id } } } }`;
      const { body, headers } = await ask('citizen', doctor, list, { first });
      return {
        list: body.data!['myConsentRequests'],
        cost: await system.cost('citizen', headers.get('x-request-id')!),
      };
    };
    await read(100);
    const [one, all] = [await read(1), await read(100)];
    expect(all.list.nodes).toHaveLength(family.length);
    expect(all.list.totalCount).toBe(family.length);
    expect(all.cost).toMatchObject({ decisionCalls: 1, sqlStatements: one.cost.sqlStatements });
  });

  it('a representative who may not see the access log is not told of emergencies, nor of anything by halves', async () => {
    const [child] = family;
    const half = { ...parent, actor: { ...parent.actor, id: 'representative-by-halves' } };
    await sql(
      'citizen',
      `INSERT INTO representative (citizen_id, id, actor_id, name, kind, mandate, categories, valid_from, valid_to)
       VALUES ($1, $2, $3, 'Prøve', 'GUARDIAN', 'Samtykker', '{CONSENTS}', '2020-01-01', NULL)`,
      [child!.id, randomUUID(), half.actor.id],
    );
    const query = `query Q($id: ID!) { citizen(id: $id) { notifications { totalCount } consentRequests { totalCount } } }`;
    const seen = (await ask('gateway', half, query, { id: child!.id })).body.data!['citizen'];
    expect(seen.notifications).toBeNull();
    expect(seen.consentRequests.totalCount).toBeGreaterThanOrEqual(1);
  });
});
