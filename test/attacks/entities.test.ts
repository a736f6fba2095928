/** `_entities` asked directly, with representations that no gateway would send. */
import { citizenNo, codesOf, inPerson, NOBODY, useAttacker, withheldOf } from '../support/attacker.js';

const { ask } = useAttacker();
const [one, other] = [citizenNo(120), citizenNo(121)];
const ENTITIES = (selection: string) =>
  `query Direct($them: [_Any!]!) { _entities(representations: $them) { __typename ${selection} } }`;
const DIAGNOSES = '... on Citizen { id diagnoses { code } }';
const asOne = inPerson(one);

describe('a representation that nobody would send', () => {
  it.each([
    ['text', ['Citizen'], 'INVALID_INPUT'],
    ['a list', [['Citizen']], 'INVALID_INPUT'],
    ['a number', [7], 'INVALID_INPUT'],
    ['a type of every object', [{ __typename: 'constructor', id: one.id }], 'INVALID_INPUT'],
    ['a root type', [{ __typename: 'Query' }], 'INVALID_INPUT'],
    ['a list of ids', [{ __typename: 'Citizen', id: [one.id] }], 'INVALID_ID'],
    ['an id in capitals', [{ __typename: 'Citizen', id: one.id.toUpperCase() }], 'INVALID_ID'],
    ['an id with a NUL', [{ __typename: 'Citizen', id: `${one.id}\u0000` }], 'INVALID_ID'],
    ['no citizen', [{ __typename: 'Diagnosis', id: NOBODY }], 'INVALID_ID'],
    ['no id of its own', [{ __typename: 'Diagnosis', citizenId: one.id }], 'INVALID_ID'],
  ])('%s is refused with a code and nothing else', async (_name, them, code) => {
    const answer = await ask('psychiatry', asOne, ENTITIES(DIAGNOSES), { them });
    expect(codesOf(answer)).toEqual([code]);
    expect(JSON.stringify(answer.body)).not.toMatch(/stack|node_modules|DF\d/);
  });
});

describe('several citizens in one request', () => {
  it('I-1: an entity of one citizen is not found under another, whoever of them asks', async () => {
    const own = await ask('psychiatry', asOne, ENTITIES('... on Citizen { diagnoses { id } }'), {
      them: [{ __typename: 'Citizen', id: one.id }],
    });
    const id = own.body.data!['_entities'][0].diagnoses[0].id as string;
    const at = (citizenId: string) => ({ __typename: 'Diagnosis', citizenId, id });
    const answer = await ask('psychiatry', asOne, ENTITIES('... on Diagnosis { citizenId code }'), {
      them: [at(one.id), at(other.id)],
    });
    const asOther = await ask('psychiatry', inPerson(other), ENTITIES('... on Diagnosis { citizenId code }'), {
      them: [at(one.id), at(other.id)],
    });
    expect(answer.body.data!['_entities']).toEqual([expect.objectContaining({ citizenId: one.id }), null]);
    expect(asOther.body.data!['_entities']).toEqual([null, null]);
    expect(withheldOf(asOther).map(({ path }) => path)).toEqual([['_entities', 0]]);
  });

  it.each(['citizen', 'psychiatry'])(
    'more than one request may decide are refused by %s, not asked about',
    async (at) => {
      const them = Array.from({ length: 1_001 }, (_, n) => ({
        __typename: 'Citizen',
        id: `3f2b8c1e-7a54-8d10-9e6b-${String(n).padStart(12, '0')}`,
      }));
      const selection = at === 'citizen' ? '... on Citizen { name }' : DIAGNOSES;
      const answer = await ask(at, 'outsider', ENTITIES(selection), { them });
      expect(new Set(codesOf(answer))).toEqual(new Set(['LIST_TOO_LARGE']));
    },
  );
});
