/** What a place of an answer means, whatever shape the answer has. */
import { type Answer, clientError, type Failure, fieldState, type Withheld } from '@sammen/client';

const withheld = (path: Withheld['path'], more: Partial<Withheld> = {}): Withheld => ({
  path,
  coordinate: 'Citizen.diagnoses',
  category: 'DIAGNOSIS',
  state: 'NO_ACCESS',
  nextStep: 'ASK_CITIZEN',
  ...more,
});
const failure = (more: Partial<Failure>): Failure => ({
  code: 'SUBGRAPH_UNAVAILABLE',
  message: 'A source cannot be reached.',
  next: 'Try again in a moment.',
  source: 'psychiatry',
  retryable: true,
  path: null,
  paths: [],
  field: null,
  details: {},
  ...more,
});
const answer = <Data>(data: Data, more: Partial<Answer<Data>> = {}): Answer<Data> => ({
  data,
  withheld: [],
  errors: [],
  requestId: null,
  ...more,
});
const stateAt = (given: Answer<any>, path: readonly (string | number)[]) => fieldState(given, path).state;

const CITIZEN = {
  citizen: {
    name: 'Somebody',
    age: 0,
    isKnown: false,
    diagnoses: null,
    housing: [],
    jobCentreCase: null,
    plans: { totalCount: 1, nodes: [{ goal: 'Get up', mentor: null }] },
  },
};

describe('a value', () => {
  it('is a value, also when it is 0, false or an empty text, and is given along', () => {
    const given = answer({ citizen: { ...CITIZEN.citizen, note: '' } });
    expect(fieldState(given, ['citizen', 'name'])).toEqual({ state: 'value', value: 'Somebody' });
    expect(fieldState(given, ['citizen', 'age'])).toEqual({ state: 'value', value: 0 });
    expect(fieldState(given, ['citizen', 'isKnown'])).toEqual({ state: 'value', value: false });
    expect(fieldState(given, ['citizen', 'note'])).toEqual({ state: 'value', value: '' });
    expect(fieldState(given, ['citizen', 'plans', 'nodes', 0, 'goal'])).toEqual({ state: 'value', value: 'Get up' });
    expect(fieldState(given, [])).toEqual({ state: 'value', value: given.data });
  });

  it('stays one when something below it is withheld or failed', () => {
    const path = ['citizen', 'plans', 'nodes', 0, 'mentor'];
    expect(stateAt(answer(CITIZEN, { withheld: [withheld(path)] }), ['citizen', 'plans'])).toBe('value');
    expect(stateAt(answer(CITIZEN, { errors: [failure({ path })] }), ['citizen', 'plans'])).toBe('value');
  });
});

describe('nothing recorded', () => {
  it.each([
    ['null', ['citizen', 'diagnoses']],
    ['an empty list', ['citizen', 'housing']],
    ['what stands below a null', ['citizen', 'jobCentreCase', 'measures', 3, 'status']],
    ['null in an item', ['citizen', 'plans', 'nodes', 0, 'mentor']],
  ])('is %s without another word', (_what, path) => {
    expect(fieldState(answer(CITIZEN), path)).toEqual({ state: 'empty' });
  });

  it('is not touched by what concerns other places', () => {
    const given = answer(CITIZEN, {
      withheld: [withheld(['citizen', 'diagnosesOfOthers']), withheld(['citizen', 'plans', 'nodes', 1, 'mentor'])],
      errors: [failure({ path: ['citizen', 'housing', 0] }), failure({ paths: [['citizens', '@', 'diagnoses']] })],
    });
    expect(stateAt(given, ['citizen', 'diagnoses'])).toBe('empty');
    expect(stateAt(given, ['citizen', 'housing'])).toBe('empty');
    expect(stateAt(given, ['citizen', 'plans', 'nodes', 0, 'mentor'])).toBe('empty');
  });
});

describe('withheld', () => {
  it('says category, access and next step', () => {
    const entry = withheld(['citizen', 'diagnoses']);
    expect(fieldState(answer(CITIZEN, { withheld: [entry] }), ['citizen', 'diagnoses'])).toEqual({
      state: 'withheld',
      category: 'DIAGNOSIS',
      access: 'NO_ACCESS',
      nextStep: 'ASK_CITIZEN',
      withheld: entry,
    });
  });

  it('is everything below a withheld place', () => {
    const given = answer(CITIZEN, { withheld: [withheld(['citizen', 'diagnoses'])] });
    expect(fieldState(given, ['citizen', 'diagnoses', 0, 'code'])).toMatchObject({
      state: 'withheld',
      withheld: { path: ['citizen', 'diagnoses'] },
    });
  });

  it('is a list from which everything was left out', () => {
    expect(stateAt(answer(CITIZEN, { withheld: [withheld(['citizen', 'housing'])] }), ['citizen', 'housing'])).toBe(
      'withheld',
    );
  });

  it('is told by alias and by index', () => {
    const data = { mine: { nodes: [{ code: 'F20' }, { code: null }, { code: null }] } };
    const given = answer(data, { withheld: [withheld(['mine', 'nodes', 1, 'code'])] });
    expect([0, 1, 2].map((at) => stateAt(given, ['mine', 'nodes', at, 'code']))).toEqual([
      'value',
      'withheld',
      'empty',
    ]);
  });

  it('goes before a failure of the same place: asking again would not help', () => {
    const path = ['citizen', 'diagnoses'];
    expect(stateAt(answer(CITIZEN, { withheld: [withheld(path)], errors: [failure({ path })] }), path)).toBe(
      'withheld',
    );
  });

  it('is what a place took along because it had to have a value', () => {
    const given = answer({ citizen: null }, { withheld: [withheld(['citizen', 'diagnoses', 'code'])] });
    expect(stateAt(given, ['citizen', 'diagnoses'])).toBe('withheld');
    expect(stateAt(given, ['citizen'])).toBe('withheld');
  });

  it('is not what could not be decided: that failed, and says to try again', () => {
    const path = ['citizen', 'diagnoses'];
    const undecided = [withheld(path, { state: 'UNAVAILABLE', nextStep: 'NONE' })];
    expect(fieldState(answer(CITIZEN, { withheld: undecided }), path)).toMatchObject({
      state: 'failed',
      code: 'CONSENT_UNAVAILABLE',
      source: null,
      retryable: true,
    });
    const said = failure({ code: 'GRANT_KEYS_UNAVAILABLE', source: null });
    expect(fieldState(answer(CITIZEN, { withheld: undecided, errors: [said] }), path)).toMatchObject({
      code: 'GRANT_KEYS_UNAVAILABLE',
      failure: said,
    });
  });
});

describe('failed', () => {
  it('says code, source, whether to try again, and what to do', () => {
    const one = failure({ path: ['citizen', 'diagnoses'] });
    expect(fieldState(answer(CITIZEN, { errors: [one] }), ['citizen', 'diagnoses'])).toEqual({
      state: 'failed',
      code: 'SUBGRAPH_UNAVAILABLE',
      source: 'psychiatry',
      retryable: true,
      next: 'Try again in a moment.',
      failure: one,
    });
  });

  it('is every place that a fetch of several cost, in every item', () => {
    const data = {
      citizens: {
        nodes: [
          { diagnoses: null, name: 'A' },
          { diagnoses: null, name: null },
        ],
      },
    };
    const errors = [failure({ paths: [['citizens', 'nodes', '@', 'diagnoses'], ['other']] })];
    expect(stateAt(answer(data, { errors }), ['citizens', 'nodes', 1, 'diagnoses'])).toBe('failed');
    expect(stateAt(answer(data, { errors }), ['citizens', 'nodes', 0, 'diagnoses', 0, 'code'])).toBe('failed');
    expect(stateAt(answer(data, { errors }), ['citizens', 'nodes', 1, 'name'])).toBe('empty');
  });

  it('is what a place took along because it had to have a value', () => {
    const errors = [failure({ path: ['citizen', 'plans', 'nodes', 0, 'goal'] })];
    expect(stateAt(answer({ citizen: { plans: null } }, { errors }), ['citizen', 'plans', 'totalCount'])).toBe(
      'failed',
    );
  });

  it('is everything when there is no data', () => {
    expect(stateAt(answer(null, { errors: [failure({})] }), ['citizen', 'name'])).toBe('failed');
  });

  it('is a null beside a failure that names no place: nobody can be sure that nothing is recorded', () => {
    const given = answer(CITIZEN, { errors: [failure({})] });
    expect(stateAt(given, ['citizen', 'jobCentreCase'])).toBe('failed');
    expect(stateAt(given, ['citizen', 'name'])).toBe('value');
  });
});

it.each([
  ['a field that was not asked for', ['citizen', 'shoeSize']],
  ['an index beyond the end', ['citizen', 'plans', 'nodes', 7]],
  ['a field of a text', ['citizen', 'name', 'length']],
  ['a name that every object has', ['citizen', 'constructor']],
])('%s is a mistake of the program, and is said to be one', (_what, path) => {
  expect(() => fieldState(answer(CITIZEN), path)).toThrow(clientError('PATH_NOT_ASKED'));
});

it('a table of ten thousand cells, half of them withheld, is read without looking at every entry for every cell', () => {
  const nodes = Array.from({ length: 10_000 }, () => ({ code: null }));
  const entries = nodes.flatMap((_, at) => (at % 2 ? [withheld(['citizens', 'nodes', at, 'code'])] : []));
  let looks = 0;
  const counted = new Proxy(entries, {
    get(target, key, self) {
      looks += typeof key === 'string' && /^\d+$/.test(key) ? 1 : 0;
      return Reflect.get(target, key, self);
    },
  });
  const given = answer({ citizens: { nodes } }, { withheld: counted });
  const states = nodes.map((_, at) => stateAt(given, ['citizens', 'nodes', at, 'code']));
  expect(states.filter((state) => state === 'withheld')).toHaveLength(5_000);
  expect(states.filter((state) => state === 'empty')).toHaveLength(5_000);
  expect(looks).toBeLessThanOrEqual(entries.length);
});
