import { setTimeout as sleep } from 'node:timers/promises';
import type { Misbehaviour } from './support/subgraph.js';
import { NOTHING_WITHHELD, startWorld, type World } from './support/world.js';

let world: World;
beforeAll(async () => void (world = await startWorld({ subgraphTimeout: 1_500 }, { maxAnswerBytes: 20_000 })));
afterAll(() => world.stop());
afterEach(() => world.graph.reset());

const OVERVIEW = '{ citizen(id: "c1") { name admissions { ward } diagnoses services { act } } }';
const THE_REST = { name: 'Name of c1', admissions: null, diagnoses: null, services: [{ act: 'SEL 85' }] };
const json = { 'content-type': 'application/json' };

const MISBEHAVIOURS: [string, string, Misbehaviour][] = [
  ['hangs', 'did not answer in time', () => true],
  ['hangs in the middle of its answer', 'did not answer in time', (_q, a) => a.writeHead(200, json).write('{"data"')],
  ['dies before it answers', 'cannot be reached', (q) => !!q.socket.destroy()],
  [
    'dies in the middle of its answer',
    'cannot be reached',
    (q, a) => (a.writeHead(200, json).write('{"data":'), setTimeout(() => q.socket.destroy(), 10), true),
  ],
  ['answers 500', 'answered that it is failing', (_q, a) => !!a.writeHead(500, json).end('{"data":{}}')],
  [
    'answers 503 with GraphQL in it',
    'answered that it is failing',
    (_q, a) => !!a.writeHead(503, json).end('{"errors":[{"message":"secret"}]}'),
  ],
  [
    'redirects elsewhere',
    'answered that it is failing',
    (_q, a) => !!a.writeHead(302, { location: 'http://192.0.2.1/' }).end(),
  ],
  [
    'answers with a page',
    'gave an answer that cannot be used',
    (_q, a) => !!a.writeHead(200, { 'content-type': 'text/html' }).end('<h1>'),
  ],
  [
    'answers with broken JSON',
    'gave an answer that cannot be used',
    (_q, a) => !!a.writeHead(200, json).end('{"data":{'),
  ],
  ['answers with a number', 'gave an answer that cannot be used', (_q, a) => !!a.writeHead(200, json).end('42')],
  ['answers with nothing in it', 'gave an answer that cannot be used', (_q, a) => !!a.writeHead(200, json).end('{}')],
  [
    'answers with data that is a list',
    'gave an answer that cannot be used',
    (_q, a) => !!a.writeHead(200, json).end('{"data":[]}'),
  ],
  [
    'answers for another number of citizens',
    'gave an answer that cannot be used',
    (_q, a) => !!a.writeHead(200, json).end('{"data":{"_entities":[{},{}]}}'),
  ],
  [
    'answers without the list of citizens',
    'gave an answer that cannot be used',
    (_q, a) => !!a.writeHead(200, json).end('{"data":{"_entities":{}}}'),
  ],
  [
    'answers without a name that was asked for',
    'gave an answer that cannot be used',
    (_q, a) => !!a.writeHead(200, json).end('{"data":{"_entities":[{"diagnoses":["F20.0"]}]}}'),
  ],
  [
    'answers without a name in a list that was asked for',
    'gave an answer that cannot be used',
    (_q, a) => !!a.writeHead(200, json).end('{"data":{"_entities":[{"diagnoses":[],"admissions":[{}]}]}}'),
  ],
  [
    'answers with an object for a list',
    'gave an answer that cannot be used',
    (_q, a) => !!a.writeHead(200, json).end('{"data":{"_entities":[{"admissions":{"ward":"north"}}]}}'),
  ],
  [
    'answers with a list for an object',
    'gave an answer that cannot be used',
    (_q, a) => !!a.writeHead(200, json).end('{"data":{"_entities":[{"admissions":[["north"]]}]}}'),
  ],
  [
    'answers with text for an object',
    'gave an answer that cannot be used',
    (_q, a) => !!a.writeHead(200, json).end('{"data":{"_entities":[{"admissions":["north"]}]}}'),
  ],
  [
    'answers with a value for a list of values',
    'gave an answer that cannot be used',
    (_q, a) => !!a.writeHead(200, json).end('{"data":{"_entities":[{"diagnoses":"F20.0"}]}}'),
  ],
  [
    'answers with a number for a citizen',
    'gave an answer that cannot be used',
    (_q, a) => !!a.writeHead(200, json).end('{"data":{"_entities":[42]}}'),
  ],
  [
    'answers with a type that is no name',
    'gave an answer that cannot be used',
    (_q, a) => !!a.writeHead(200, json).end('{"data":{"_entities":[{"__typename":{"x":1}}]}}'),
  ],
  [
    'answers with far too much',
    'gave more than one answer may hold',
    (_q, a) =>
      !!a.writeHead(200, json).end(JSON.stringify({ data: { _entities: [{ diagnoses: ['x'.repeat(30_000)] }] } })),
  ],
];

describe('a source that', () => {
  it.each(MISBEHAVIOURS)('%s: its fields are null, one error names it, the rest arrives', async (_what, words, how) => {
    world.graph.psychiatry.misbehave(how);
    const { status, body } = await world.ask(OVERVIEW);
    expect(status).toBe(200);
    expect(body.data.citizen).toEqual(THE_REST);
    expect(body.errors).toEqual([
      {
        message: `The source "psychiatry" ${words}; its fields are null, whatever it holds.`,
        extensions: {
          code: 'SUBGRAPH_UNAVAILABLE',
          source: 'psychiatry',
          next: expect.stringMatching(/\w+/),
          paths: [
            ['citizen', 'admissions'],
            ['citizen', 'diagnoses'],
          ],
        },
      },
    ]);
    world.graph.reset();
    expect((await world.ask(OVERVIEW)).body.errors).toBeUndefined();
  });

  it('is down: the same, and it is back as soon as it is back', async () => {
    await world.graph.psychiatry.stop();
    try {
      const { body } = await world.ask(OVERVIEW);
      expect(body.data.citizen).toEqual(THE_REST);
      expect(body.errors).toHaveLength(1);
      expect(body.errors![0]!.message).toContain('"psychiatry" cannot be reached');
    } finally {
      await world.graph.psychiatry.restart();
    }
    expect((await world.ask(OVERVIEW)).body.errors).toBeUndefined();
  });

  it('is down is asked once per request, however many fetches a plan has for it, and named once', async () => {
    world.graph.psychiatry.misbehave((request) => !!request.socket.destroy());
    world.graph.override({ 'Query.citizens': async () => (await sleep(60), [{ id: 'c1' }]) });
    const { body } = await world.ask(
      '{ psychiatryStatus citizens { friend { diagnoses friends { admissions { ward } } } } }',
    );
    const queries = world.graph.psychiatry.received.map(({ body: { query } }) => query);
    expect([...new Set(queries)]).toEqual(['{psychiatryStatus}']);
    expect(body.errors).toHaveLength(1);
    expect(body.errors![0]!.extensions['paths']).toEqual([
      ['psychiatryStatus'],
      ['citizens', '@', 'friend', 'diagnoses'],
      ['citizens', '@', 'friend', 'friends', '@', 'admissions'],
    ]);
  });

  it('is slow but in time is waited for', async () => {
    world.graph.override({ 'Citizen.diagnoses': async () => (await sleep(150), ['late']) });
    expect((await world.ask('{ citizen(id: "c1") { diagnoses } }')).body).toEqual({
      extensions: NOTHING_WITHHELD,
      data: { citizen: { diagnoses: ['late'] } },
    });
  });

  it('fails while a change is made says that it may have been made', async () => {
    world.graph.municipality.misbehave(() => true);
    const { body } = await world.ask('mutation { grantService(citizenId: "c1", act: "x") { id } }');
    expect(body.data).toEqual({ grantService: null });
    expect(body.errors![0]).toMatchObject({
      path: ['grantService'],
      extensions: { code: 'SUBGRAPH_UNAVAILABLE', next: expect.stringContaining('may have been made') },
    });
  });

  it('has no citizen whose field always has a value: the field that holds it is null, with an error', async () => {
    world.graph.municipality.amend((answer) => ({ ...answer, data: { _entities: [null] } }));
    const { body } = await world.ask('{ citizen(id: "c1") { name required } }');
    expect(body.data).toEqual({ citizen: null });
    expect(body.errors).toEqual([
      {
        message: expect.any(String),
        path: ['citizen', 'required'],
        extensions: expect.objectContaining({ code: 'ANSWER_INCOMPLETE' }),
      },
    ]);
  });
});

describe('an error of a source', () => {
  const answerWith = (error: unknown) =>
    world.graph.psychiatry.amend((answer) => ({
      ...answer,
      data: { _entities: [{ diagnoses: null }] },
      errors: [error],
    }));

  it('with a code of our tables passes with its words, its next step and its field', async () => {
    answerWith({
      message: 'A page holds between 1 and 100 items.',
      path: ['_entities', 0, 'diagnoses'],
      extensions: { code: 'PAGE_TOO_LARGE', next: 'Ask for at most 100 items.', field: 'first', other: 'inside' },
    });
    const { body } = await world.ask('{ citizen(id: "c1") { diagnoses(first: 500) } }');
    expect(body.errors).toEqual([
      {
        message: 'A page holds between 1 and 100 items.',
        path: ['citizen', 'diagnoses'],
        extensions: {
          code: 'PAGE_TOO_LARGE',
          next: 'Ask for at most 100 items.',
          field: 'first',
          source: 'psychiatry',
        },
      },
    ]);
  });

  it.each([
    ['no code', {}],
    ['a code without a next step', { code: 'CONSTRAINT_VIOLATED' }],
    ['a code that is no code', { code: 'duplicate key 0101019901', next: 'x' }],
    ['a code that only the gateway may use', { code: 'SUBGRAPH_UNAVAILABLE', next: 'x', source: 'citizen' }],
    ['a stack trace', { stacktrace: ['Error: secret', '    at /srv/psychiatry/dist/x.js:1:1'], exception: 'secret' }],
  ])('I-8: with %s keeps nothing but its place', async (_what, extensions) => {
    answerWith({ message: 'secret', path: ['_entities', 0, 'diagnoses'], extensions });
    const { body, text } = await world.ask('{ citizen(id: "c1") { diagnoses } }');
    expect(body.errors).toEqual([
      {
        message: 'The source "psychiatry" could not answer for this field.',
        path: ['citizen', 'diagnoses'],
        extensions: { code: 'SUBGRAPH_ERROR', next: expect.any(String), source: 'psychiatry' },
      },
    ]);
    expect(text).not.toMatch(/secret|0101019901|stack/);
    expect(world.log.join('')).not.toMatch(/secret|0101019901/);
  });

  it('that refuses the whole request (4xx) passes, and says which fields it cost', async () => {
    world.graph.psychiatry.misbehave((_q, answer) => {
      const error = { message: 'No purpose was given.', extensions: { code: 'PURPOSE_REQUIRED', next: 'Send one.' } };
      return !!answer.writeHead(400, json).end(JSON.stringify({ errors: [error] }));
    });
    const { body } = await world.ask(OVERVIEW);
    expect(body.data.citizen).toEqual(THE_REST);
    expect(body.errors).toEqual([
      {
        message: 'No purpose was given.',
        extensions: {
          code: 'PURPOSE_REQUIRED',
          next: 'Send one.',
          source: 'psychiatry',
          paths: [
            ['citizen', 'admissions'],
            ['citizen', 'diagnoses'],
          ],
        },
      },
    ]);
  });

  it('that points nowhere but comes with data is said once, and blames no field', async () => {
    world.graph.psychiatry.amend((answer) => ({
      ...answer,
      errors: [
        { message: 'Consent could not be decided.', extensions: { code: 'CONSENT_UNAVAILABLE', next: 'Try again.' } },
      ],
    }));
    const { body } = await world.ask('{ psychiatryStatus citizens { diagnoses friend { admissions { ward } } } }');
    expect(body.data.psychiatryStatus).toBe('open');
    expect(world.graph.psychiatry.received.length).toBeGreaterThan(1);
    expect(body.errors).toEqual([
      {
        message: 'Consent could not be decided.',
        extensions: { code: 'CONSENT_UNAVAILABLE', next: 'Try again.', source: 'psychiatry' },
      },
    ]);
  });
});
