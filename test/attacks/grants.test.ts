/** Grants replayed, forged and asked for by whom they are not meant for; what callers say of their request. */
import { randomUUID } from 'node:crypto';
import { ALL_CATEGORIES, encodeCategories } from '@sammen/consent';
import { PERSONAS } from '@sammen/population';
import { citizenNo, codesOf, inPerson, useAttacker, withheldOf } from '../support/attacker.js';

const { system, ask, post, sql } = useAttacker();
const person = citizenNo(122);
const them = [{ __typename: 'Citizen', id: person.id }];
const DIRECT = `query Direct($them: [_Any!]!) { _entities(representations: $them) { ... on Citizen { diagnoses { code } } } }`;
const ALL = encodeCategories(ALL_CATEGORIES);

/** A grant that the citizen came by honestly, and the request it belongs to. */
async function honestGrant() {
  const requestId = randomUUID();
  const headers = { 'x-request-id': requestId };
  const answer = await ask(
    'psychiatry',
    inPerson(person),
    DIRECT,
    { them },
    { headers, extensions: { categories: ALL }, signed: true },
  );
  return { headers, grants: answer.body.extensions!['grants'] as string[] };
}

describe('a grant', () => {
  it('I-1: counts for its own request, and for no other actor, purpose or request', async () => {
    const { headers, grants } = await honestGrant();
    const same = { headers, extensions: { grants }, signed: true };
    const mine = await ask('psychiatry', inPerson(person), DIRECT, { them }, same);
    expect(mine.body.data!['_entities'][0].diagnoses.length).toBeGreaterThan(0);
    const others = [
      await ask(
        'psychiatry',
        inPerson(person),
        DIRECT,
        { them },
        { ...same, headers: { 'x-request-id': randomUUID() } },
      ),
      // By the caller alone it is another request, whatever id they send.
      await ask('psychiatry', inPerson(person), DIRECT, { them }, { ...same, signed: false }),
      await ask('psychiatry', 'outsider', DIRECT, { them }, same),
      await ask('psychiatry', inPerson(citizenNo(123)), DIRECT, { them }, same),
    ];
    for (const answer of others) {
      expect(answer.status).toBe(403);
      expect(codesOf(answer)).toEqual(['GRANT_NOT_BOUND']);
      expect(answer.body.data).toBeUndefined();
    }
  });

  it('I-1: with one claim changed is refused, wherever it is changed', async () => {
    const { headers, grants } = await honestGrant();
    const [head, payload, signature] = grants[0]!.split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const forged = (change: object) =>
      `${head}.${Buffer.from(JSON.stringify({ ...claims, ...change })).toString('base64url')}.${signature}`;
    const none = Buffer.from('{"alg":"none","typ":"sammen-grant+jwt"}').toString('base64url');
    const attempts = [
      forged({ sub: PERSONAS.outsider.actor.id }),
      forged({ exp: claims.exp + 3_600 }),
      forged({ c: { [citizenNo(123).id]: [ALL, ALL] } }),
      // Without its seals, which say that it is another, the signature has to say so.
      forged({ exp: claims.exp + 1 }).split('~')[0]!,
      `${none}.${payload}.`,
      `${head}.${payload}.${'A'.repeat(86)}`,
    ];
    for (const grant of attempts) {
      const answer = await ask(
        'psychiatry',
        inPerson(person),
        DIRECT,
        { them },
        { headers, extensions: { grants: [grant] }, signed: true },
      );
      expect(codesOf(answer)).toEqual(['GRANT_INVALID']);
    }
  });

  it.each<[unknown, string]>([
    ['text', 'INVALID_INPUT'],
    [{}, 'INVALID_INPUT'],
    [null, 'INVALID_INPUT'],
    [{ length: 1, 0: 'a.b.c' }, 'INVALID_INPUT'],
    [Array.from({ length: 101 }, () => 'x'), 'INVALID_INPUT'],
    [[null], 'GRANT_INVALID'],
    [[''], 'GRANT_INVALID'],
    [[[]], 'GRANT_INVALID'],
    [[`a.b.${'A'.repeat(300_000)}`], 'GRANT_INVALID'],
  ])('I-4: malformed (%#) is an error, never "no consent needed"', async (grants, code) => {
    for (const signed of [true, false]) {
      const answer = await ask('psychiatry', inPerson(person), DIRECT, { them }, { extensions: { grants }, signed });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(codesOf(answer)).toEqual([code]);
      expect(answer.body.data).toBeUndefined();
      expect(await system.refusal('psychiatry', answer)).toMatchObject({ code });
    }
  });

  it('I-7: sent to the gateway by a client, it is not looked at', async () => {
    const { headers, grants } = await honestGrant();
    const query = 'query Q($id: ID!) { citizen(id: $id) { diagnoses { code } } }';
    const smuggled = { headers, extensions: { grants, categories: '0' } };
    const answer = await ask('gateway', 'outsider', query, { id: person.id }, smuggled);
    expect(answer.body.data!['citizen']).toEqual({ diagnoses: null });
    expect(withheldOf(answer)).toHaveLength(1);
  });
});

describe('the announcement of what a whole operation touches', () => {
  const asked = async (answer: { headers: Headers }) => {
    const [event] = await sql('citizen', `SELECT body FROM ledger.access_log WHERE request_id = $1`, [
      answer.headers.get('x-request-id'),
    ]);
    return (event!['body'].decisions as { category: string }[]).map(({ category }) => category);
  };

  it.each(['0', '1', ALL])('I-7: %s neither opens nor closes anything, signed or not', async (categories) => {
    for (const signed of [true, false]) {
      const smuggled = { extensions: { categories }, signed };
      const own = await ask('psychiatry', inPerson(person), DIRECT, { them }, smuggled);
      const foreign = await ask('psychiatry', 'outsider', DIRECT, { them }, smuggled);
      expect(own.body.data!['_entities'][0].diagnoses.length).toBeGreaterThan(0);
      expect(foreign.body.data!['_entities'][0].diagnoses).toBeNull();
    }
  });

  it('counts from the gateway alone: a caller has no more logged than the operation needs, and gets no grant', async () => {
    const headers = { 'x-request-id': randomUUID() };
    const gateway = await ask(
      'psychiatry',
      'outsider',
      DIRECT,
      { them },
      { extensions: { categories: ALL }, signed: true },
    );
    const caller = await ask('psychiatry', 'outsider', DIRECT, { them }, { extensions: { categories: ALL }, headers });
    expect(await asked(gateway)).toHaveLength(ALL_CATEGORIES.size);
    expect(await asked(caller)).toEqual(['DIAGNOSIS']);
    expect(caller.headers.get('x-request-id')).not.toBe(headers['x-request-id']);
    expect(caller.body.extensions).not.toHaveProperty('grants');
    expect(gateway.body.extensions!['grants']).toHaveLength(1);
  });

  it.each(['', '0x1', 'FF', '01', 'f'.repeat(33), `${'1'.repeat(31)}`, {}, [], null, 7])(
    'I-4: %j is refused before anything is asked, though signed',
    async (categories) => {
      const smuggled = { extensions: { categories }, signed: true };
      const answer = await ask('psychiatry', inPerson(person), DIRECT, { them }, smuggled);
      expect(answer.status).toBe(400);
      expect(answer.body.errors![0].extensions).toMatchObject({
        code: 'INVALID_INPUT',
        field: 'extensions.categories',
      });
    },
  );
});

describe('POST /grants', () => {
  const subject = { citizenId: person.id, categories: ALL };
  const question = {
    purpose: 'TREATMENT',
    operation: { name: null, hash: '', requestId: randomUUID() },
    subjects: [subject],
  };
  const claimsOf = (grant: string) => JSON.parse(Buffer.from(grant.split('.')[1]!, 'base64url').toString());

  it('I-1: gives nobody a grant without a token', async () => {
    const answer = await post('citizen', '/grants', question);
    expect(answer.status).toBe(401);
    expect(codesOf(answer)).toEqual(['UNAUTHENTICATED']);
  });

  it('I-5: permits nothing for a purpose that is not one of the role', async () => {
    const authorization = `Bearer ${await system.token('psychiatrist')}`;
    const { body } = await post('citizen', '/grants', { ...question, purpose: 'SELF_ACCESS' }, { authorization });
    expect(claimsOf((body as any).grant).c[person.id]).toEqual([ALL, '0']);
  });

  it.each([
    ['an array', []],
    ['null', null],
    ['no subjects', { ...question, subjects: [] }],
    ['an empty subject', { ...question, subjects: [null] }],
    ['the same citizen twice', { ...question, subjects: [subject, subject] }],
    ['a prototype as citizen', { ...question, subjects: [{ ...subject, citizenId: '__proto__' }] }],
    ['unknown categories', { ...question, subjects: [{ ...subject, categories: 'f'.repeat(32) }] }],
    [
      'too many citizens',
      { ...question, subjects: Array.from({ length: 1_001 }, () => ({ ...subject, citizenId: randomUUID() })) },
    ],
    ['a request that is no id', { ...question, operation: { ...question.operation, requestId: 'x' } }],
    ['a hash with words in it', { ...question, operation: { ...question.operation, hash: person.cpr + 'x' } }],
  ])('refuses %s by name', async (_name, body) => {
    const authorization = `Bearer ${await system.token('psychiatrist')}`;
    const answer = await post('citizen', '/grants', body, { authorization });
    expect(answer.status).toBe(400);
    expect(codesOf(answer)).toEqual(['GRANT_REQUEST_MALFORMED']);
  });

  it('I-8: keeps no words of the caller in the ledger as the name of an operation', async () => {
    const authorization = `Bearer ${await system.token('psychiatrist')}`;
    const operation = { ...question.operation, name: `Saw ${person.cpr}\u0000` };
    expect((await post('citizen', '/grants', { ...question, operation }, { authorization })).status).toBe(200);
    const [found] = await sql(
      'citizen',
      `SELECT count(*)::int AS n FROM ledger.access_log AS l WHERE l::text LIKE $1`,
      [`%${person.cpr}%`],
    );
    expect(found!['n']).toBe(0);
  });
});

describe('POST /relations', () => {
  it.each([
    ['no signature', {}],
    ['a signature that is none', { 'x-sammen-service-call': 'a.b.c' }],
  ])('I-1: makes no relation with %s', async (_name, headers) => {
    const answer = await post('citizen', '/relations', { events: [] }, headers);
    expect(answer.status).toBe(401);
    expect(codesOf(answer)).toEqual(['SERVICE_CALL_INVALID']);
  });

  it('I-1: takes no grant for the signature of a service', async () => {
    const { grants } = await honestGrant();
    const answer = await post('citizen', '/relations', { events: [] }, { 'x-sammen-service-call': grants[0]! });
    expect(codesOf(answer)).toEqual(['SERVICE_CALL_INVALID']);
  });
});
