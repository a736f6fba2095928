/** The same field twice: what may be seen once must not open what it is merged with. */
import { citizenNo, codesOf, inPerson, useAttacker, withheldOf } from '../support/attacker.js';

const { ask } = useAttacker();
const [one, other] = [citizenNo(134), citizenNo(135)];
const asOne = inPerson(one);
const CODES = /"DF\d/;

describe('selections that merge', () => {
  it.each([
    ['of one field', 'citizen(id: $other) { diagnoses { code } diagnoses { text } }'],
    ['of one citizen', 'citizen(id: $other) { id } citizen(id: $other) { diagnoses { code } }'],
    ['with one’s own beside it', 'me { diagnoses { code } } citizen(id: $other) { diagnoses { code } }'],
    ['of a fragment and a field', 'citizen(id: $other) { ... on Citizen { diagnoses { code } } diagnoses { code } }'],
  ])('I-1: %s are decided for the citizen they are about', async (_name, selection) => {
    const query = `query Merged($other: ID!) { ${selection} }`;
    const { body } = await ask('gateway', asOne, query, { other: other.id });
    expect(body.data!['citizen'].diagnoses).toBeNull();
    if (selection.startsWith('me')) expect(JSON.stringify(body.data!['me'])).toMatch(CODES);
    const theirs = await ask('gateway', inPerson(other), query, { other: other.id });
    expect(JSON.stringify(theirs.body.data!['citizen'])).toMatch(CODES);
  });

  it('I-1: of two citizens side by side, each is withheld or shown alone', async () => {
    const query = `query Two($a: ID!, $b: ID!) { a: citizen(id: $a) { diagnoses { code } } b: citizen(id: $b) { diagnoses { code } } }`;
    const answer = await ask('gateway', asOne, query, { a: other.id, b: one.id });
    expect(answer.body.data!['a']).toEqual({ diagnoses: null });
    expect(JSON.stringify(answer.body.data!['b'])).toMatch(CODES);
    expect(withheldOf(answer).map(({ path }) => path)).toEqual([['a', 'diagnoses']]);
  });

  it('I-7: at the subgraph itself', async () => {
    const query = `query Merged($other: ID!) { me { name } citizen(id: $other) { id } citizen(id: $other) { name birthDate } }`;
    const { body } = await ask('citizen', asOne, query, { other: other.id });
    expect(body.data!['citizen']).toEqual({ id: other.id, name: null, birthDate: null });
    expect(body.data!['me'].name).not.toBeNull();
  });

  it.each(['gateway', 'citizen'])('of two citizens under one name are refused by the %s', async (service) => {
    const query = `query Clash($a: ID!, $b: ID!) { citizen(id: $a) { name } citizen(id: $b) { name } }`;
    const answer = await ask(service, asOne, query, { a: one.id, b: other.id });
    expect(codesOf(answer)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(answer.body.data).toBeUndefined();
  });

  it.each(['gateway', 'citizen'])('of two fields under one name are refused by the %s', async (service) => {
    const query = `query Clash($a: ID!) { citizen(id: $a) { birthDate birthDate: name } }`;
    const answer = await ask(service, asOne, query, { a: one.id });
    expect(codesOf(answer)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });
});
