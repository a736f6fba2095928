/** Several operations in one request: what is named runs, decided by its own fields; batches do not run at all. */
import { citizenNo, codesOf, inPerson, stranger, useAttacker, withheldOf } from '../support/attacker.js';

const { ask } = useAttacker();
const person = citizenNo(139);
const { id } = person;
const BOTH = `query Small($id: ID!) { citizen(id: $id) { id } } query Large($id: ID!) { citizen(id: $id) { diagnoses { code } } }`;
const raw = (operationName: unknown, query = BOTH) => ({
  raw: JSON.stringify({ query, operationName, variables: { id } }),
});

describe('of two operations in a document', () => {
  it.each(['gateway', 'citizen'])(
    'I-1: only the named one runs at the %s, decided by its own fields',
    async (service) => {
      const query = service === 'gateway' ? BOTH : BOTH.replace('diagnoses { code }', 'name');
      const small = await ask(service, 'outsider', '', {}, raw('Small', query));
      const large = await ask(service, 'outsider', '', {}, raw('Large', query));
      const own = await ask(service, inPerson(person), '', {}, raw('Large', query));
      expect(small.body.data).toEqual({ citizen: { id } });
      expect(Object.values(large.body.data!['citizen'])).toEqual([null]);
      expect([withheldOf(small).length, withheldOf(large).length, withheldOf(own).length]).toEqual([0, 1, 0]);
      expect(Object.values(own.body.data!['citizen'])[0]).not.toBeNull();
    },
  );

  it.each(['gateway', 'citizen', 'psychiatry'])('the %s runs none when none is named, or a third', async (service) => {
    const query =
      service === 'psychiatry' ? 'query Small { __typename } query Large { wardAdmissions { totalCount } }' : BOTH;
    for (const name of [undefined, null, 'Third', 'small', ''])
      expect((await ask(service, 'outsider', '', {}, raw(name, query))).body.data).toBeUndefined();
  });

  it('I-4: an operation about the graph lends nothing to the one beside it: that still needs a purpose', async () => {
    const query = 'query About { __typename } query Names { citizens { totalCount } }';
    const nobody = { ...stranger('social-worker', 'staff-attack-batch'), purpose: null };
    const about = await ask('gateway', nobody, '', {}, raw('About', query));
    const names = await ask('gateway', nobody, '', {}, raw('Names', query));
    expect(about.body.data).toEqual({ __typename: 'Query' });
    expect(codesOf(names)).toEqual(['PURPOSE_REQUIRED']);
    expect(names.body.data).toBeUndefined(); // Nothing was begun.
  });
});

describe('a batch', () => {
  it.each(['gateway', 'citizen', 'psychiatry'])('is refused by the %s, whatever it holds', async (service) => {
    for (const batch of [
      [{ query: '{ __typename }' }],
      [{ query: '{ __typename }' }, { query: '{ __typename }' }],
      [],
    ]) {
      const answer = await ask(service, inPerson(person), '', {}, { raw: JSON.stringify(batch) });
      expect(answer.status).toBe(400);
      expect(answer.body.data).toBeUndefined();
      expect(Array.isArray(answer.body)).toBe(false);
    }
  });
});
