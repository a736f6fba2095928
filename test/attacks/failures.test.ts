/** Consent when parts of the system fail, and what databases give away: in a system of its own, which it breaks. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createServiceSigner, SERVICE_CALL_HEADER } from '@sammen/identity';
import { DEFAULT_SEED, PERSONAS, personOf } from '@sammen/population';
import pg from 'pg';
import { type OwnSystem, startOwnSystem } from '../support/ownSystem.js';

jest.setTimeout(90_000);

const CITIZENS = 20;
let own: OwnSystem;
beforeAll(async () => void (own = await startOwnSystem(['citizen', 'psychiatry', 'gateway'], CITIZENS)));
afterAll(() => own?.stop());

const id = PERSONAS.psychiatrist.exampleCitizenId!;
const person = personOf(DEFAULT_SEED, 0);
const QUERY = `query Look($id: ID!) { citizen(id: $id) { id name diagnoses { code } } }`;
const DIRECT = `query Direct($them: [_Any!]!) { _entities(representations: $them) { ... on Citizen { id diagnoses { code } } } }`;
const them = [{ __typename: 'Citizen', id }];

async function sql(url: string, statement: string): Promise<any[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
const refusalOf = (url: string, statement: string) =>
  sql(url, statement).then(
    () => 'done',
    ({ code }: { code: string }) => code,
  );

describe('the ledger', () => {
  const FULL = `CREATE FUNCTION public.disk_full() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'could not extend file: % %', NEW.citizen_id, NEW.request_id USING ERRCODE = '53100'; END $$`;

  /** Ways in which the log cannot be written; each returns how to mend it. */
  const FAILURES: Readonly<Record<string, (admin: pg.Client) => Promise<string>>> = {
    async 'its right is gone'(admin) {
      const { username } = new URL(own.running.databases['citizen']!.app);
      await admin.query(`REVOKE EXECUTE ON FUNCTION ledger.append(jsonb) FROM ${username}`);
      return `GRANT EXECUTE ON FUNCTION ledger.append(jsonb) TO ${username}`;
    },
    async 'the disk is full'(admin) {
      await admin.query(FULL);
      await admin.query(
        'CREATE TRIGGER full_disk BEFORE INSERT ON ledger.event FOR EACH ROW EXECUTE FUNCTION public.disk_full()',
      );
      return 'DROP TRIGGER full_disk ON ledger.event; DROP FUNCTION public.disk_full()';
    },
    async 'somebody holds its chains'(admin) {
      await admin.query('BEGIN; LOCK TABLE ledger.head IN ACCESS EXCLUSIVE MODE');
      return 'ROLLBACK';
    },
  };

  it.each(Object.keys(FAILURES))(
    'I-2: when it cannot be written because %s, nothing is granted or changed, what is public still comes, and it mends itself',
    async (failure) => {
      const change = `mutation Contact($input: UpdateContactInput!) { updateContact(input: $input) { id } }`;
      const mine = { citizenId: PERSONAS.citizen.actor.citizenId, phone: '+45 12345678' };
      const admin = new pg.Client(own.running.databases['citizen']!.admin);
      await admin.connect();
      const mend = await FAILURES[failure]!(admin);
      const [through, direct, list, write, open] = await Promise.all([
        own.ask('gateway', 'psychiatrist', QUERY, { id }),
        own.ask('psychiatry', 'psychiatrist', DIRECT, { them }),
        own.ask('gateway', 'ward-nurse', '{ wardAdmissions { totalCount nodes { id } } }'),
        own.ask('gateway', 'citizen', change, { input: mine }),
        own.ask('gateway', 'psychiatrist', '{ __typename me { id } }'),
      ]);
      await admin.query(mend);
      await admin.end();
      expect(through.body.data!['citizen']).toEqual({ id, name: null, diagnoses: null });
      expect(direct.body.data!['_entities']).toEqual([{ id, diagnoses: null }]);
      expect(list.body.data!['wardAdmissions']).toEqual({ totalCount: 0, nodes: [] });
      expect(open.body.errors).toBeUndefined();
      expect(open.body.data).toEqual({ __typename: 'Query', me: null });
      for (const { body } of [through, direct, write])
        expect(body.errors!.map(({ extensions }) => extensions.code)).toContain('CONSENT_UNAVAILABLE');
      for (const { state } of through.body.extensions!['consent'].withheld) expect(state).toBe('UNAVAILABLE');
      const [row] = await sql(
        own.running.databases['citizen']!.admin,
        `SELECT count(*)::int AS n FROM person WHERE phone = '+45 12345678'`,
      );
      expect(row.n).toBe(0);
      for (const { body } of [through, direct, list, write])
        expect(JSON.stringify(body.errors ?? [])).not.toMatch(/extend file|SQLSTATE|ledger\./);
      const after = await own.ask('gateway', 'psychiatrist', QUERY, { id });
      expect(after.body.errors).toBeUndefined();
      expect(after.body.data!['citizen'].diagnoses.length).toBeGreaterThan(0);
    },
  );

  it.each([
    ['change', `UPDATE ledger.event SET request_id = 'x'`],
    ['delete', `DELETE FROM ledger.event`],
    ['empty', `TRUNCATE ledger.event`],
    ['write around its one function', `INSERT INTO ledger.event DEFAULT VALUES`],
    ['switch its triggers off', `ALTER TABLE ledger.event DISABLE TRIGGER ALL`],
    ['erase the payloads', `SELECT ledger.erase_payloads(now(), NULL)`],
    ['replace its function', `CREATE OR REPLACE FUNCTION ledger.append(jsonb) RETURNS void LANGUAGE sql AS ''`],
    ['become its owner', 'SET ROLE OWNER'],
  ])('I-2: the application cannot %s', async (_name, statement) => {
    const { username } = new URL(own.running.databases['citizen']!.owner);
    const attempt = statement.replace('OWNER', username);
    const [{ n }] = await sql(own.running.databases['citizen']!.admin, 'SELECT count(*)::int AS n FROM ledger.event');
    expect(await refusalOf(own.running.databases['citizen']!.app, attempt)).toBe('42501');
    const [after] = await sql(own.running.databases['citizen']!.admin, 'SELECT count(*)::int AS n FROM ledger.event');
    expect(after.n).toBe(n);
  });
});

describe('a sector’s database role', () => {
  it('I-13: cannot enter the database of another sector, as owner or as application', async () => {
    const { citizen, psychiatry } = own.running.databases;
    const into = (from: string, to: string) => Object.assign(new URL(from), { pathname: new URL(to).pathname }).href;
    for (const role of [psychiatry!.app, psychiatry!.owner])
      expect(await refusalOf(into(role, citizen!.app), 'SELECT 1')).toBe('42501');
    for (const role of [citizen!.app, citizen!.owner])
      expect(await refusalOf(into(role, psychiatry!.app), 'SELECT 1')).toBe('42501');
  });

  it('I-13: makes no tables and links to no other server', async () => {
    const { app } = own.running.databases['psychiatry']!;
    expect(await refusalOf(app, 'CREATE TABLE hideout (id int)')).toBe('42501');
    expect(await refusalOf(app, 'CREATE EXTENSION postgres_fdw')).toMatch(/^(42501|58P01|0A000)$/);
    expect(await refusalOf(app, `COPY admission TO '/dev/null'`)).toBe('42501');
    expect(await refusalOf(app, `SELECT pg_read_file('PG_VERSION')`)).toBe('42501');
  });
});

describe('the decision point', () => {
  it('I-4: while it hangs a subgraph shows nothing that is guarded, refuses to write, and says why', async () => {
    const pid = await own.pid('citizen');
    process.kill(pid, 'SIGSTOP');
    try {
      const admit = `mutation A($input: AdmitInput!) { admit(input: $input) { id } }`;
      const input = { citizenId: id, unitId: 'region-syddanmark/psychiatry-esbjerg/ward-1', kind: 'EMERGENCY' };
      const [direct, list, write] = await Promise.all([
        own.ask('psychiatry', 'psychiatrist', DIRECT, { them }),
        own.ask('gateway', 'ward-nurse', '{ wardAdmissions { totalCount nodes { id } } }'),
        own.ask('gateway', 'psychiatrist', admit, { input }),
      ]);
      const codes = (body: any) => body.errors.map(({ extensions }: any) => extensions.code);
      expect(direct.body.data!['_entities']).toEqual([{ id, diagnoses: null }]);
      expect(direct.body.extensions!['consent'].withheld).toEqual([
        expect.objectContaining({ state: 'UNAVAILABLE', nextStep: 'NONE' }),
      ]);
      expect(list.body.data!['wardAdmissions']).toEqual({ totalCount: 0, nodes: [] });
      expect(write.body.data).toEqual({ admit: null });
      for (const { body } of [direct, list, write]) expect(codes(body)).toContain('CONSENT_UNAVAILABLE');
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    const after = await own.ask('gateway', 'psychiatrist', QUERY, { id });
    expect(after.body.data!['citizen'].diagnoses.length).toBeGreaterThan(0);
  });
});

describe('calls between services', () => {
  const post = async (service: string, path: string, body: string, signature?: string) => {
    const headers = { 'content-type': 'application/json', ...(signature ? { [SERVICE_CALL_HEADER]: signature } : {}) };
    const answer = await fetch(own.running.urls[service] + path, { method: 'POST', headers, body });
    return answer.status < 300 ? 'done' : ((await answer.json()) as any).errors[0].extensions.code;
  };
  const signed = (service: string, path: string, body: string, to = 'citizen') =>
    createServiceSigner({
      keyFile: join(own.running.keys, `service-${service}.jwk.json`),
      jwksFile: join(own.running.keys, 'services.jwks.json'),
      service,
    }).sign({ method: 'POST', path, body, to });
  const relation = (kind: string) =>
    JSON.stringify({
      events: [
        {
          eventId: randomUUID(),
          citizenId: id,
          relation: {
            id: randomUUID(),
            kind,
            organisationId: 'municipality-0101',
            unitId: null,
            actorId: PERSONAS.outsider.actor.id,
            planKind: null,
            validFrom: 0,
            validTo: null,
          },
        },
      ],
    });
  const cpr = JSON.stringify({ cpr: person.cpr });

  it('I-1: are not taken unsigned, nor with the signature of another call', async () => {
    expect(await post('citizen', '/identify', cpr)).toBe('SERVICE_CALL_INVALID');
    expect(await post('citizen', '/identify', cpr, signed('psychiatry', '/relations', cpr))).toBe(
      'SERVICE_CALL_INVALID',
    );
    expect(await post('citizen', '/identify', cpr, signed('psychiatry', '/identify', '{}'))).toBe(
      'SERVICE_CALL_INVALID',
    );
    const elsewhere = signed('psychiatry', '/identify', cpr, 'psychiatry');
    expect(await post('citizen', '/identify', cpr, elsewhere)).toBe('SERVICE_CALL_INVALID');
  });

  it('count once, and each service vouches for its own sector only', async () => {
    const signature = signed('psychiatry', '/identify', cpr);
    expect(await post('citizen', '/identify', cpr, signature)).toBe('done');
    expect(await post('citizen', '/identify', cpr, signature)).toBe('SERVICE_CALL_REPLAYED');
    expect(await post('citizen', '/identify', cpr, signed('ngo', '/identify', cpr))).toBe('IDENTIFY_NOT_YOURS');
    const body = relation('CASEWORKER');
    expect(await post('citizen', '/relations', body, signed('psychiatry', '/relations', body))).toBe(
      'RELATION_NOT_YOURS',
    );
    for (const broken of ['{"events":[null]}', '{"events":[{}]}', '[]', 'null'])
      expect(await post('citizen', '/relations', broken, signed('psychiatry', '/relations', broken))).toBe(
        'RELATION_EVENT_MALFORMED',
      );
  });
});
