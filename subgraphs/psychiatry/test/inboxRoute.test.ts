import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { citizenIdOf, DEFAULT_SEED, personOf } from '@sammen/population';
import pg from 'pg';
import { useSystem } from '../../../test/support/system.js';
import { notification, type NotificationSpec } from './support/notification.js';
import { poster } from './support/post.js';
import { REFUSALS } from './support/refusals.js';

const system = useSystem();
const { post, sign } = poster(system);
/** A citizen of Esbjerg whom the persona of psychiatry treats, and whom no other test admits by message. */
const INDEX = 6;
const cpr = personOf(DEFAULT_SEED, INDEX).cpr!;
const citizenId = citizenIdOf(DEFAULT_SEED, INDEX);
const message = (spec: Partial<NotificationSpec> = {}) =>
  notification({ activity: 'admit-inpatient', cpr, episode: randomUUID(), ...spec });

let database: pg.Client;
beforeAll(async () => {
  database = new pg.Client({ connectionString: system.databaseUrl('psychiatry') });
  await database.connect();
});
afterAll(() => database.end());

const rejected = async (body: string | Uint8Array) =>
  (await database.query('SELECT code, times, payload FROM inbox_rejected WHERE payload = $1', [Buffer.from(body)]))
    .rows;
const storedMessages = async () => (await database.query('SELECT count(*)::int AS n FROM inbox_message')).rows[0].n;
const stay = async (episode: string) =>
  (await database.query('SELECT * FROM admission WHERE episode_id LIKE $1', [`%|${episode}`])).rows[0];

describe('the inbox', () => {
  it('takes a message: 201, with an OperationOutcome that says so', async () => {
    const episode = randomUUID();
    const { status, outcome, contentType, body } = await post(message({ episode }));
    expect({ status, outcome }).toEqual({ status: 201, outcome: 'taken' });
    expect(contentType).toContain('application/fhir+json');
    expect(body).toEqual({
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'information', code: 'informational', details: { text: 'The message was taken.' } }],
    });
    expect(await stay(episode)).toMatchObject({ citizen_id: citizenId, status: 'ADMITTED', version: 1 });
  });

  it('says of a repeated message that it was taken before: 200', async () => {
    const bundle = message();
    await post(bundle);
    const { status, outcome } = await post(bundle);
    expect({ status, outcome }).toEqual({ status: 200, outcome: 'repeated' });
  });

  it('says of corrections and cancellations what they are', async () => {
    const spec = { episode: randomUUID(), sent: '2024-05-02T12:00:00Z' };
    await post(message({ ...spec, header: 'first', sent: '2024-05-01T12:00:00Z' }));
    const corrected = await post(
      message({ ...spec, activity: 'revise-admit-inpatient', refersTo: ['first'], start: '2024-05-01T06:00:00Z' }),
    );
    const cancelled = await post(message({ ...spec, activity: 'cancel-admit-inpatient', refersTo: ['first'] }));
    expect([corrected.outcome, cancelled.outcome]).toEqual(['corrected', 'cancelled']);
    expect(await stay(spec.episode)).toMatchObject({ status: 'CANCELLED' });
  });

  it.each(REFUSALS)(
    'refuses $name with its reason, keeps it, and takes the next',
    async ({ body, code, issue, status }) => {
      const before = await storedMessages();
      const answer = await post(body);
      expect(answer).toMatchObject({
        status,
        outcome: 'refused',
        body: {
          resourceType: 'OperationOutcome',
          issue: [{ severity: 'error', code: issue, details: { coding: [{ code }] } }],
        },
      });
      expect(await rejected(body)).toMatchObject([{ code, payload: Buffer.from(body) }]);
      expect(await storedMessages()).toBe(before);
      expect((await post(message())).outcome).toBe('taken');
    },
  );

  it('refuses a message about somebody without a case here, and keeps it', async () => {
    const body = JSON.stringify(message({ cpr: '3112999900' }));
    expect(await post(body)).toMatchObject({
      status: 422,
      outcome: 'refused',
      body: { issue: [{ code: 'not-found', details: { coding: [{ code: 'MESSAGE_CITIZEN_UNKNOWN' }] } }] },
    });
    expect(await rejected(body)).toHaveLength(1);
  });

  it('refuses an episode that the ward keeps itself', async () => {
    const { rows } = await database.query(
      'SELECT citizen_id, episode_id FROM admission WHERE NOT told_by_messages LIMIT 1',
    );
    const index = Array.from({ length: 220 }, (_, at) => at).find(
      (at) => citizenIdOf(DEFAULT_SEED, at) === rows[0].citizen_id,
    )!;
    const about = message({ cpr: personOf(DEFAULT_SEED, index).cpr!, episode: rows[0].episode_id });
    expect(await post(about)).toMatchObject({ status: 409, body: { issue: [{ code: 'conflict' }] } });
  });

  it('keeps the same refused bytes once and counts them', async () => {
    const body = `{"made up": "${randomUUID()}"}`;
    for (let time = 0; time < 3; time += 1) await post(body);
    expect(await rejected(body)).toMatchObject([{ times: 3 }]);
  });

  it('refuses bytes that are no UTF-8, and keeps them as they are', async () => {
    const body = new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x00, 0x22, 0x7d]);
    expect(await post(body)).toMatchObject({ status: 400, body: { issue: [{ code: 'structure' }] } });
    expect(await rejected(body)).toHaveLength(1);
  });

  it('refuses XML and whatever else is not JSON', async () => {
    for (const contentType of ['application/fhir+xml', 'text/plain'])
      expect(await post('<Bundle/>', { contentType })).toMatchObject({
        status: 415,
        outcome: 'refused',
        body: { issue: [{ code: 'not-supported' }] },
      });
  });

  it('refuses what is larger than any message, before it has come', async () => {
    const headers = { 'content-type': 'application/fhir+json', 'content-length': 5 * 1024 * 1024 };
    const sending = request(`${system.baseUrls['psychiatry']}/inbox`, { method: 'POST', headers });
    sending.flushHeaders();
    const [answer] = (await once(sending, 'response')) as [IncomingMessage];
    const outcome = JSON.parse(Buffer.concat(await answer.toArray()).toString()) as object;
    sending.destroy();
    expect(answer).toMatchObject({ statusCode: 413, headers: { 'x-sammen-inbox': 'refused' } });
    expect(outcome).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ code: 'too-long' }] });
  });
});

describe('who may hand in messages', () => {
  it('nobody without a signature, and nothing of it is kept', async () => {
    const body = JSON.stringify(message());
    expect(await post(body, { service: null })).toMatchObject({
      status: 401,
      outcome: 'refused',
      body: { resourceType: 'OperationOutcome', issue: [{ code: 'login' }] },
    });
    expect(await rejected(body)).toEqual([]);
  });

  it.each(['psychiatry', 'municipality', 'ngo', 'citizen'])('not the service %s', async (service) => {
    expect(await post(message(), { service })).toMatchObject({ status: 403, body: { issue: [{ code: 'forbidden' }] } });
  });

  it('nobody with a signature for another inbox', async () => {
    expect(await post(message(), { to: 'municipality' })).toMatchObject({ status: 401 });
  });

  it('nobody with the signature of another message', async () => {
    const signature = sign(JSON.stringify(message()))!;
    expect(await post(message(), { signature })).toMatchObject({ status: 401 });
  });

  it('nobody with a signature that was used', async () => {
    const body = JSON.stringify(message());
    const signature = sign(body)!;
    await post(body, { signature });
    expect(await post(body, { signature })).toMatchObject({ status: 409, body: { issue: [{ code: 'duplicate' }] } });
  });

  it('nobody with the access token of a person', async () => {
    const response = await fetch(`${system.baseUrls['psychiatry']}/inbox`, {
      method: 'POST',
      headers: {
        'content-type': 'application/fhir+json',
        authorization: `Bearer ${await system.token('psychiatrist')}`,
      },
      body: JSON.stringify(message()),
    });
    expect(response.status).toBe(401);
  });
});

describe('a stay told by messages', () => {
  it('I-8: leaves neither a CPR number, a name nor an episode in any log', async () => {
    const episode = randomUUID();
    await post(message({ episode }));
    await post(message({ episode, cpr: '3112999900' }));
    for (const service of ['psychiatry', 'citizen']) {
      const log = await system.log(service);
      for (const said of [cpr, '3112999900', 'Prøve', episode]) expect(log).not.toContain(said);
    }
  });

  it('is in the graph at once, guarded as ever', async () => {
    const [episode, header] = [randomUUID(), randomUUID()];
    const ward = { hospital: 'Psykiatrisk Afdeling Esbjerg', department: 'Sengeafsnit 1', episode };
    await post(message({ ...ward, header }));
    await post(
      message({
        ...ward,
        activity: 'start-leave-inpatient',
        status: 'onleave',
        leave: { start: '2024-05-02T12:00:00+02:00' },
        sent: '2024-05-02T12:00:02+02:00',
        refersTo: [header],
      }),
    );
    const { id } = await stay(episode);
    const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Admission {
      status startedAt endedAt hospital ward unit { id } version leaves { startedAt endedAt }
      history { kind concerns occurredAt recordedAt } } } }`;
    const ask = async (persona: 'psychiatrist' | 'ward-nurse' | 'outsider' | 'volunteer') => {
      const r = [{ __typename: 'Admission', citizenId, id }];
      const { body } = await system.graphql(system.urls['psychiatry']!, { query, variables: { r }, persona });
      return body.data!['_entities'][0];
    };
    expect(await ask('psychiatrist')).toEqual({
      status: 'ON_LEAVE',
      startedAt: '2024-05-01T10:00:00.000Z',
      endedAt: null,
      hospital: 'Psykiatrisk Afdeling Esbjerg',
      ward: 'Sengeafsnit 1',
      unit: { id: 'region-syddanmark/psychiatry-esbjerg/ward-1' },
      version: 2,
      leaves: [{ startedAt: '2024-05-02T10:00:00.000Z', endedAt: null }],
      history: [
        {
          kind: 'ADMITTED',
          concerns: null,
          occurredAt: '2024-05-01T10:00:00.000Z',
          recordedAt: '2024-05-01T10:00:02.000Z',
        },
        {
          kind: 'LEAVE_STARTED',
          concerns: null,
          occurredAt: '2024-05-02T10:00:00.000Z',
          recordedAt: '2024-05-02T10:00:02.000Z',
        },
      ],
    });
    // The relation that the message made is what lets the ward see.
    expect(await ask('ward-nurse')).toMatchObject({ status: 'ON_LEAVE', ward: 'Sengeafsnit 1' });
    for (const persona of ['outsider', 'volunteer'] as const) expect(await ask(persona)).toBeNull();
  });

  it('is changed by messages only', async () => {
    const episode = randomUUID();
    await post(message({ episode, department: 'Psykiatrisk Afdeling Esbjerg' }));
    const { id, version } = await stay(episode);
    const { body } = await system.graphql(system.urls['psychiatry']!, {
      query: 'mutation($input: AdmissionChangeInput!) { discharge(input: $input) { id } }',
      variables: { input: { citizenId, admissionId: id, version } },
      persona: 'psychiatrist',
    });
    expect(body.errors?.[0].extensions).toMatchObject({ code: 'TOLD_BY_MESSAGES', field: 'input.admissionId' });
    expect(await stay(episode)).toMatchObject({ status: 'ADMITTED', version });
  });
});

describe('the list of refused messages', () => {
  const query = `query($first: Int, $after: String) { rejectedMessages(first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { id code reason expression receivedAt lastReceivedAt times } } }`;
  const list = async (persona: 'psychiatrist' | 'social-worker' | 'citizen', variables = {}) =>
    (await system.graphql(system.urls['psychiatry']!, { query, variables, persona })).body;

  it('tells a ward why and when, newest first, and nothing of what the messages say', async () => {
    await post(JSON.stringify(message({ cpr: '3012999900' })));
    const { rejectedMessages } = (await list('psychiatrist', { first: 1 })).data!;
    expect(rejectedMessages.nodes).toEqual([
      expect.objectContaining({
        code: 'MESSAGE_CITIZEN_UNKNOWN',
        expression: 'Bundle.entry.resource.ofType(Patient).identifier',
        times: 1,
      }),
    ]);
    expect(JSON.stringify(rejectedMessages)).not.toContain('3012999900');
  });

  it('pages through all of them', async () => {
    for (let each = 0; each < 3; each += 1) await post(`{"made up": "${randomUUID()}"}`);
    const seen = new Set<string>();
    let after: string | null = null;
    for (let page = 0; page < 200; page += 1) {
      const { rejectedMessages }: any = (await list('psychiatrist', { first: 7, after })).data!;
      for (const { id } of rejectedMessages.nodes) seen.add(id);
      after = rejectedMessages.pageInfo.endCursor;
      if (!rejectedMessages.pageInfo.hasNextPage) {
        expect(seen.size).toBe(rejectedMessages.totalCount);
        return;
      }
    }
    throw new Error('The list has no end.');
  });

  it.each(['social-worker', 'citizen'] as const)('is closed to the %s', async (persona) => {
    const { data, errors } = await list(persona);
    expect(data?.['rejectedMessages'] ?? null).toBeNull();
    expect(errors?.[0].extensions.code).toBe('NOT_ALLOWED');
  });
});
