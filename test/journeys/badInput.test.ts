/** Bad input over the gateway: a clear error with a code, no stack trace, no value told back, and nothing written. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { citizenNo, codesOf, inPerson, NOBODY, useAttacker } from '../support/attacker.js';
import { root } from '../support/testFolders.js';

const { system, ask, sql } = useAttacker();
const person = citizenNo(140);
const me = inPerson(person);
const DATABASES = ['citizen', 'psychiatry', 'municipality', 'ngo', 'coordination'];

/** Rows about the citizen in every table of every database; the access log aside, which grows with every look. */
async function rowsAbout(citizenId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const database of DATABASES) {
    const tables = await sql(
      database,
      `SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'citizen_id'`,
    );
    for (const { table_name: table } of tables) {
      const [row] = await sql(database, `SELECT count(*)::int AS n FROM "${table}" WHERE citizen_id = $1`, [citizenId]);
      counts[`${database}.${table}`] = row!['n'];
    }
  }
  return counts;
}

let before: Record<string, number>;
beforeAll(async () => void (before = await rowsAbout(person.id)));

const GIVE = 'mutation G($input: GiveConsentInput!) { giveConsent(input: $input) { id } }';
const BLOCK = 'mutation B($input: GiveBlockInput!) { giveBlock(input: $input) { id } }';
const WITHDRAW = 'mutation W($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { id } }';
const CONTACT = 'mutation C($input: UpdateContactInput!) { updateContact(input: $input) { id } }';
const ADMIT = 'mutation A($input: AdmitInput!) { admit(input: $input) { id } }';
const CITIZEN = 'query Q($id: ID!) { citizen(id: $id) { name } }';
const PAGE =
  'query P($first: Int, $after: String) { me { plans(first: $first, after: $after) { totalCount } accessLog(after: $after) { totalCount } } }';
const COURSE = 'query C($id: ID!) { course(id: $id) { title } }';

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();
const choice = (said: object = {}) => ({
  citizenId: person.id,
  recipients: [{ role: 'PSYCHIATRIST' }],
  categories: ['HOUSING'],
  purposes: ['TREATMENT'],
  consequencesExplained: true,
  ...said,
});
const consent = (said: object = {}) => ({ ...choice(), validTo: tomorrow(), legalBasis: 'SOCIAL_DATA', ...said });
const input = (value: object) => ({ input: value });

describe('bad input is told by a code', () => {
  it.each<[string, string, object, string]>([
    ['an id that is none', CITIZEN, { id: 'no-id' }, 'INVALID_ID'],
    ['an empty id', CITIZEN, { id: '' }, 'INVALID_ID'],
    ['an id in capitals', CITIZEN, { id: NOBODY.toUpperCase() }, 'INVALID_ID'],
    ['an id of a course that is none', COURSE, { id: "1' OR '1'='1" }, 'INVALID_ID'],
    ['an id that is an object', CITIZEN, { id: { a: 1 } }, 'INVALID_VARIABLE'],
    ['an unknown consent', WITHDRAW, input({ citizenId: person.id, consentId: NOBODY }), 'NOT_FOUND'],
    ['a consent that is none', WITHDRAW, input({ citizenId: person.id, consentId: 'x' }), 'INVALID_ID'],
    ['a cursor that is none', PAGE, { after: 'no-cursor' }, 'INVALID_CURSOR'],
    ['a cursor of nothing', PAGE, { after: Buffer.from(NOBODY).toString('base64url') }, 'INVALID_CURSOR'],
    ['a page of none', PAGE, { first: 0 }, 'PAGE_TOO_LARGE'],
    ['a page of a hundred and one', PAGE, { first: 101 }, 'PAGE_TOO_LARGE'],
    ['a page that is no number', PAGE, { first: '10' }, 'INVALID_VARIABLE'],
    ['a date that is none', GIVE, input(consent({ validTo: '2027-02-30T00:00:00Z' })), 'INVALID_INPUT'],
    ['a time without an offset', GIVE, input(consent({ validTo: '2027-01-01 00:00' })), 'INVALID_INPUT'],
    ['a date in the past', GIVE, input(consent({ validTo: '2001-01-01T00:00:00Z' })), 'CONSENT_PERIOD'],
    ['an unknown enum value', GIVE, input(consent({ categories: ['EVERYTHING'] })), 'INVALID_VARIABLE'],
    ['an enum value in small letters', GIVE, input(consent({ purposes: ['treatment'] })), 'INVALID_VARIABLE'],
    ['a code of an unknown law', BLOCK, input(choice({ declines: 'NO_SUCH_LAW' })), 'LAW_NOT_DECLINABLE'],
    ['an unknown organisation', BLOCK, input(choice({ recipients: [{ organisationId: 'x' }] })), 'RECIPIENT_UNKNOWN'],
    [
      'a recipient of 300 letters',
      BLOCK,
      input(choice({ recipients: [{ actorId: 'x'.repeat(300) }] })),
      'INVALID_INPUT',
    ],
    ['a recipient with a NUL', BLOCK, input(choice({ recipients: [{ actorId: 'a\u0000' }] })), 'INVALID_INPUT'],
    ['over-long evidence', BLOCK, input(choice({ evidence: 'x'.repeat(501) })), 'INVALID_INPUT'],
    ['evidence with a NUL', BLOCK, input(choice({ evidence: 'a\u0000b' })), 'INVALID_INPUT'],
    ['an over-long key', BLOCK, input(choice({ idempotencyKey: 'x'.repeat(201) })), 'INVALID_INPUT'],
    ['a key with a NUL', BLOCK, input(choice({ idempotencyKey: '\u0000' })), 'INVALID_INPUT'],
    ['too many recipients', BLOCK, input(choice({ recipients: Array(21).fill({ role: 'MENTOR' }) })), 'INVALID_INPUT'],
    ['the same category twice', BLOCK, input(choice({ categories: ['PLAN', 'PLAN'] })), 'INVALID_INPUT'],
    ['a telephone number that is none', CONTACT, input({ citizenId: person.id, phone: 'call me' }), 'INVALID_INPUT'],
    ['an e-mail that is none', CONTACT, input({ citizenId: person.id, email: 'nobody' }), 'INVALID_INPUT'],
    ['a missing field', GIVE, input({ citizenId: person.id }), 'INVALID_VARIABLE'],
    ['a field too many', CONTACT, input({ citizenId: person.id, role: 'PSYCHIATRIST' }), 'INVALID_VARIABLE'],
    ['no variable', CITIZEN, {}, 'INVALID_VARIABLE'],
  ])('%s', async (_name, query, variables, code) => {
    const answer = await ask('gateway', me, query, variables as Record<string, unknown>);
    expect(new Set(codesOf(answer))).toEqual(new Set([code]));
    for (const { message, extensions } of answer.body.errors!) {
      expect(message).not.toBe('');
      expect(extensions.next).not.toBe('');
    }
    expect(JSON.stringify(answer.body)).not.toMatch(/stack|node_modules|\.ts:|\.js:|QueryFailed|invalid input syntax/);
  });

  it('a unit that is not known to psychiatry, a CPR number that is none', async () => {
    const admit = input({ citizenId: person.id, unitId: 'region-syddanmark/no-such', kind: 'EMERGENCY' });
    expect(codesOf(await ask('gateway', 'psychiatrist', ADMIT, admit))).toEqual(['UNIT_UNKNOWN']);
    const find = 'query F($cpr: String!) { citizenByCpr(cpr: $cpr) { id } }';
    for (const cpr of ['12', '010190-9901', 'x'.repeat(10)])
      expect(codesOf(await ask('gateway', 'psychiatrist', find, { cpr }))).toEqual(['CPR_MALFORMED']);
  });
});

describe('a request that is wrong in form', () => {
  it.each<[string, string, Record<string, string>, number, string]>([
    ['broken JSON', '{"query":', {}, 400, 'INVALID_JSON'],
    ['no JSON', 'hello', {}, 400, 'INVALID_JSON'],
    ['an empty body', '', {}, 400, 'INVALID_JSON'],
    ['a list', '[{"query":"{me{id}}"}]', {}, 400, 'BATCHING_OFF'],
    ['no query', '{}', {}, 400, 'BAD_REQUEST'],
    ['a query that is a number', '{"query":7}', {}, 400, 'BAD_REQUEST'],
    ['variables that are text', '{"query":"{me{id}}","variables":"x"}', {}, 400, 'BAD_REQUEST'],
    ['plain text', '{"query":"{me{id}}"}', { 'content-type': 'text/plain' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'a form',
      'query={me{id}}',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['a document that is none', '{"query":"{ me { "}', {}, 400, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{"query":"{ me { shoeSize } }"}', {}, 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['too large a body', JSON.stringify({ query: 'x'.repeat(1_100_000) }), {}, 413, 'BODY_TOO_LARGE'],
  ])('%s', async (_name, raw, headers, status, code) => {
    const answer = await ask('gateway', me, '', {}, { raw, headers });
    expect(codesOf(answer)).toEqual([code]);
    expect(answer.status).toBe(status);
    expect(answer.body.data).toBeUndefined();
    expect(JSON.stringify(answer.body)).not.toMatch(/stack|node_modules|\.js:/);
  });
});

it('a persona whom nobody knows is told who is there, in one line', async () => {
  const cli = join(root, 'packages/cli/bin/sammen.mjs');
  const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>((done) =>
    execFile(process.execPath, [cli, 'token', 'nobody'], { cwd: root }, (error, _out, err) =>
      done({ code: error?.code ?? 0, stderr: err }),
    ),
  );
  expect(code).not.toBe(0);
  expect(stderr).toMatch(/^sammen: [A-Z_]+ /);
  expect(stderr).toContain('key-manager');
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(system.urls['gateway']).toBeDefined();
});

it('nothing of all this was written, in any database', async () => {
  expect(Object.keys(before).length).toBeGreaterThan(20);
  expect(await rowsAbout(person.id)).toEqual(before);
});
