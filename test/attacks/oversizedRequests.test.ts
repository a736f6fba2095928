/** Requests that are larger, deeper or of another kind than any honest one: refused with a code, and the next is answered. */
import { citizenNo, codesOf, inPerson, useAttacker } from '../support/attacker.js';

const { ask, system } = useAttacker();
const person = citizenNo(112);
const me = inPerson(person);
const nested = (depth: number, open: string, close: string, inner = '') =>
  open.repeat(depth) + inner + close.repeat(depth);
const fragments = (count: number) =>
  `{ ${Array.from({ length: count }, (_, n) => `...F${n}`).join(' ')} } ${Array.from({ length: count }, (_, n) => `fragment F${n} on Query { __typename }`).join(' ')}`;

const DOCUMENTS: readonly (readonly [string, string, string, string])[] = [
  ['lists within lists', `{ citizen(id: ${nested(3_000, '[', ']')}) { name } }`, 'TOO_DEEP', 'DOCUMENT_TOO_DEEP'],
  ['fragments within fragments', nested(3_000, '{ ... ', '}', '{ __typename }'), 'TOO_DEEP', 'DOCUMENT_TOO_DEEP'],
  ['thousands of fragments', fragments(3_000), 'TOO_MANY_TOKENS', 'GRAPHQL_PARSE_FAILED'],
  [
    'thousands of directives',
    `{ __typename ${'@include(if: true) '.repeat(3_500)} }`,
    'TOO_MANY_TOKENS',
    'GRAPHQL_PARSE_FAILED',
  ],
];

describe.each(['gateway', 'citizen', 'psychiatry'])('the %s', (service) => {
  afterEach(async () => expect((await ask(service, me, '{ __typename }')).body.data).toEqual({ __typename: 'Query' }));

  it.each(DOCUMENTS)('refuses %s', async (_name, query, atGateway, atSubgraph) => {
    const answer = await ask(service, me, query);
    expect(codesOf(answer)).toEqual([service === 'gateway' ? atGateway : atSubgraph]);
    expect(JSON.stringify(answer.body)).not.toContain('stack');
    expect(answer.body.data).toBeUndefined();
  });

  it('refuses JSON within JSON within JSON, where an id should be', async () => {
    const raw = `{"query":"query Q($them: [_Any!]!, $id: ID!) { __typename }","variables":{"id":${nested(200_000, '[', ']')}}}`;
    const answer = await ask(service, me, '', {}, { raw });
    expect(answer.status).toBe(400);
    expect(answer.body.data).toBeUndefined();
  });

  it('refuses a body beyond its limit', async () => {
    // The connection may be cut before the answer is read: the rest of the body is not taken.
    const status = await ask(service, me, '{ __typename }', { x: 'x'.repeat(5 * 1024 * 1024) }).then(
      (answer) => answer.status,
      () => 413,
    );
    expect(status).toBe(413);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
  ])('takes no %s, which a page of somebody else could send', async (type) => {
    const answer = await ask(
      service,
      me,
      '',
      {},
      { raw: '{"query":"{ __typename }"}', headers: { 'content-type': type } },
    );
    expect([400, 415]).toContain(answer.status);
    expect(answer.body.data).toBeUndefined();
  });

  it('I-8: answers no address but its own, and quotes none', async () => {
    const headers = { authorization: `Bearer ${await system.issuer().issue(me.actor)}` };
    for (const [method, path] of [
      ['GET', '/graphql'],
      ['GET', '/nowhere'],
      ['POST', '/nowhere'],
    ] as const) {
      const query = encodeURIComponent(`{ citizen(id: "${person.id}") { name } }`);
      const response = await fetch(`${system.baseUrls[service]}${path}?query=${query}&cpr=${person.cpr}`, {
        method,
        headers,
      });
      const text = await response.text();
      expect([404, 405]).toContain(response.status);
      expect(text).not.toContain(person.cpr);
      expect(text).not.toContain('nowhere');
      expect(JSON.parse(text).errors[0].extensions.code).toMatch(/^[A-Z_]+$/);
    }
  });
});

it('a bomb of fragments is measured without being expanded, and refused', async () => {
  const bomb = `{ ...F0 } ${Array.from({ length: 25 }, (_, n) => `fragment F${n} on Query { a: __typename ${n < 24 ? `...F${n + 1} ...F${n + 1}` : ''} }`).join(' ')}`;
  const started = performance.now();
  expect(codesOf(await ask('gateway', me, bomb))).toEqual(['TOO_MANY_ROOT_FIELDS']);
  expect(performance.now() - started).toBeLessThan(5_000);
});
