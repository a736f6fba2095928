/** The citizen reads who has looked: everybody, those who were refused included, emergencies first, page after page. */
import { randomUUID } from 'node:crypto';
import { citizenNo, codesOf, inPerson, NOBODY, type Somebody, stranger, useAttacker } from '../support/attacker.js';

const { ask, post, sql, system } = useAttacker();
const citizen = citizenNo(97);
const curious = stranger('social-worker', 'staff-curious');
const doctor = stranger('psychiatrist', 'staff-night-doctor');

const LOOK = `query Look($id: ID!) { citizen(id: $id) { name diagnoses { code } } }`;
const OPEN = `mutation Open($input: OpenEmergencyAccessInput!) { openEmergencyAccess(input: $input) { diagnoses { code } } }`;
const WRITE = `mutation Give($input: GiveConsentInput!) { giveConsent(input: $input) { id } }`;
const LOG = `query Log($first: Int!, $after: String) {
  me { accessLog(first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { id at emergency emergencyReason role purpose organisation { id } decisions { category access permitted reason basis } }
  } }
}`;

/** All pages of the citizen's own log. */
async function readLog(first: number): Promise<{ entries: any[]; totals: number[] }> {
  const [entries, totals]: [any[], number[]] = [[], []];
  for (let after: string | null = null; ;) {
    const { body } = await ask('gateway', inPerson(citizen), LOG, { first, after });
    const { nodes, pageInfo, totalCount } = body.data!['me'].accessLog;
    entries.push(...nodes);
    totals.push(totalCount);
    if (!pageInfo.hasNextPage) return { entries, totals };
    after = pageInfo.endCursor;
  }
}

it('shows refused looks and writes, unknown purposes and emergencies, emergencies first, each once on some page', async () => {
  await ask('gateway', curious, LOOK, { id: citizen.id });
  await ask(
    'psychiatry',
    curious,
    `query D($r: [_Any!]!) { _entities(representations: $r) { ... on Citizen { diagnoses { code } } } }`,
    {
      r: [{ __typename: 'Citizen', id: citizen.id }],
    },
  );
  const reason = 'Fundet bevidstløs, behandling haster';
  const input = { citizenId: citizen.id, kind: 'VITAL_INTEREST', reason, categories: ['DIAGNOSIS'] };
  expect(codesOf(await ask('gateway', doctor, OPEN, { input }))).toEqual([]);
  await ask('gateway', doctor, LOOK, { id: citizen.id });
  const consent = {
    citizenId: citizen.id,
    recipients: [{ role: 'SOCIAL_WORKER' }],
    categories: ['HOUSING'],
    purposes: ['SOCIAL_CASEWORK'],
    consequencesExplained: true,
    validTo: new Date(Date.now() + 86_400_000).toISOString(),
    legalBasis: 'SOCIAL_DATA',
  };
  expect(codesOf(await ask('gateway', curious, WRITE, { input: consent }))).toEqual(['NOT_ALLOWED']);
  await ask('gateway', curious, LOOK, { id: citizen.id });

  const small = await readLog(2);
  const whole = await readLog(100);
  const ids = (entries: any[]) => entries.map(({ id }) => id);
  // Each page of the citizen's own is a look too, so the total grows; what was there keeps its place.
  expect(new Set(ids(small.entries)).size).toBe(small.entries.length);
  const emergencies = whole.entries.filter(({ emergency }) => emergency);
  expect(emergencies.length).toBeGreaterThan(0);
  expect(whole.entries.slice(0, emergencies.length)).toEqual(emergencies);
  expect(ids(small.entries).slice(0, emergencies.length)).toEqual(ids(emergencies));
  for (const part of [emergencies, whole.entries.slice(emergencies.length)]) {
    const times = part.map(({ at }) => Date.parse(at));
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  }
  for (const entry of emergencies) expect(entry).toMatchObject({ emergencyReason: reason, role: 'PSYCHIATRIST' });

  const refused = whole.entries.filter(({ role }) => role === 'SOCIAL_WORKER');
  expect(refused).toHaveLength(4);
  for (const { purpose, organisation, decisions } of refused) {
    expect({ purpose, organisation }).toEqual({
      purpose: 'SOCIAL_CASEWORK',
      organisation: { id: 'municipality-0101' },
    });
    for (const { permitted, reason: why, basis } of decisions) {
      expect({ permitted, basis }).toEqual({ permitted: false, basis: null });
      expect(why).toMatch(/^[A-Z_]+$/);
    }
  }
  const writes = refused.flatMap(({ decisions }) => decisions.filter(({ access }: any) => access === 'WRITE'));
  expect(writes).toMatchObject([{ category: 'CONSENTS', permitted: false }]);
});

it('shows who asked the decision point itself for a purpose that is none or that the token does not allow', async () => {
  const categories = 'ffff';
  const grants = async (who: Somebody, purpose: unknown, citizenId: string, limits?: string[]) => {
    const token = await system.issuer().issue(who.actor, limits ? { purposes: limits as never } : {});
    return post(
      'citizen',
      '/grants',
      {
        purpose,
        operation: { name: 'Curious', hash: '', requestId: randomUUID() },
        subjects: [{ citizenId, categories }],
      },
      { authorization: `Bearer ${token}` },
    );
  };
  const count = async () =>
    (
      await sql(
        'citizen',
        `SELECT a.body->'purpose' AS purpose, (SELECT array_agg(DISTINCT d->>'reason') FROM jsonb_array_elements(a.body->'decisions') d) AS reasons
         FROM ledger.access_log a WHERE a.citizen_id = ANY($1) AND a.body->>'actorId' = 'staff-purposeless'`,
        [[citizen.id, '00000000-0000-0000-0000-000000000000']],
      )
    ).map(({ purpose, reasons }) => ({ purpose, reasons }));
  const who = stranger('social-worker', 'staff-purposeless');
  const answers = [
    await grants(who, 'JUST_LOOKING', citizen.id),
    await grants(who, { $ne: null }, citizen.id),
    await grants(who, undefined, citizen.id),
    await grants(who, 'CARE_COORDINATION', citizen.id, ['SOCIAL_CASEWORK']),
    await grants(who, 'JUST_LOOKING', NOBODY),
  ];
  for (const { status, body } of answers) {
    expect(status).toBe(400);
    expect(body).toEqual(answers[0]!.body);
    expect(body.errors![0].extensions).toMatchObject({ code: 'GRANT_REQUEST_MALFORMED', field: 'purpose' });
  }
  expect(await count()).toEqual(answers.map(() => ({ purpose: null, reasons: ['INVALID'] })));
  // What was typed for a purpose is nowhere in the log.
  expect(await sql('citizen', `SELECT 1 FROM ledger.access_log WHERE body::text LIKE '%JUST_LOOKING%'`)).toEqual([]);
});
