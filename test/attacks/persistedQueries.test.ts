/** A hash in place of a document: nothing is kept by asking, so there is no hash to mix up. Lists: gateway/test. */
import { createHash } from 'node:crypto';
import { citizenNo, codesOf, inPerson, useAttacker } from '../support/attacker.js';

const { ask } = useAttacker();
const person = citizenNo(111);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const persisted = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: sha256(text) } });
const SMALL = 'query Q($id: ID!) { citizen(id: $id) { id } }';
const LARGE = 'query Q($id: ID!) { citizen(id: $id) { id diagnoses { code } name } }';
const direct = (selection: string) =>
  `query D($them: [_Any!]!) { _entities(representations: $them) { ... on Citizen { ${selection} } } }`;
const them = [{ __typename: 'Citizen', id: person.id }];

/** Query, variables and how many times it may be asked for at each service. */
const SERVICES = [
  ['gateway', SMALL, LARGE, { id: person.id }],
  ['psychiatry', direct('id'), direct('diagnoses { code }'), { them }],
] as const;

describe.each(SERVICES)('at %s', (service, small, large, variables) => {
  const as = inPerson(person);

  it('I-4: a hash alone is refused, also of a document that was asked for just now', async () => {
    await ask(service, as, large, variables);
    await ask(service, as, large, variables, { extensions: persisted(large) });
    for (const who of [as, 'outsider'] as const) {
      const answer = await ask(service, who, undefined as never, variables, { extensions: persisted(large) });
      expect(codesOf(answer)).toEqual(['PERSISTED_QUERY_NOT_SUPPORTED']);
      expect(answer.body.data).toBeUndefined();
    }
  });

  it('I-1: a document under the hash of another is never run as that other, for nobody', async () => {
    for (const [sent, hashed] of [
      [small, large],
      [large, small],
    ] as const) {
      for (const who of [as, 'outsider'] as const) {
        const answer = await ask(service, who, sent, variables, { extensions: persisted(hashed) });
        expect(answer.body.data).toBeUndefined();
        expect(codesOf(answer)).toEqual(['PERSISTED_QUERY_NOT_SUPPORTED']);
        const plain = await ask(service, who, sent, variables);
        expect(JSON.stringify(plain.body.data).includes('"code"')).toBe(sent === large && who === as);
      }
    }
  });

  it('I-4: a hash in other words, of another version or of the wrong kind, is no way in either', async () => {
    const odd = [
      { version: 2, sha256Hash: sha256(large) },
      { version: 1, sha256Hash: '' },
      { sha256Hash: sha256(large) },
      'x',
      [],
    ];
    for (const persistedQuery of odd) {
      const answer = await ask(service, 'outsider', undefined as never, variables, { extensions: { persistedQuery } });
      expect(answer.body.data).toBeUndefined();
      expect(answer.body.errors!.length).toBeGreaterThan(0);
    }
  });
});
