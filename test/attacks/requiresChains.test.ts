/** A value that is withheld must not travel to another subgraph because a field there requires it. */
import { citizenNo, codesOf, inPerson, stranger, useAttacker, withheldOf } from '../support/attacker.js';
import { choicesOf } from '../support/choices.js';
import { startLyingSystem, type LyingSystem } from '../support/lyingSubgraph.js';

jest.setTimeout(60_000);

const attacker = useAttacker();
const { ask, sql } = attacker;
const choices = choicesOf(attacker);
const doctor = stranger('psychiatrist', 'staff-attack-requires');
const SERVICES = `socialServices(first: 5) { nodes { citizenId id assessmentVersion newerAssessmentWarning } }`;
const QUERY = `query Requires($id: ID!) { citizen(id: $id) { ${SERVICES} } }`;
const ONLY_REQUIRING = `query Requires($id: ID!) { citizen(id: $id) { socialServices(first: 5) { nodes { warn: newerAssessmentWarning } } } }`;

let world: LyingSystem;
let person: ReturnType<typeof citizenNo>;
let service: { id: string; assessment_version: number };
beforeAll(async () => {
  const rows = await sql(
    'municipality',
    'SELECT citizen_id, id, assessment_version FROM social_service WHERE assessment_version IS NOT NULL',
  );
  const found = Array.from({ length: 60 }, (_, n) => citizenNo(154 + n)).find(({ id }) =>
    rows.some((row) => row['citizen_id'] === id),
  );
  person = found!;
  service = rows.find((row) => row['citizen_id'] === person.id) as typeof service;
  await choices.consent(person, doctor, ['SOCIAL_SERVICE']);
  world = await startLyingSystem(attacker, 'psychiatry');
});
afterAll(() => world.stop());

/** The representations of services that psychiatry was sent. */
const sent = () =>
  world.asked.flatMap(({ variables }) => (variables['representations'] ?? []) as Record<string, unknown>[]);

it('arrives where it may be seen, so that there is something to withhold', async () => {
  world.lie(null);
  const { body } = await world.ask(inPerson(person), QUERY, { id: person.id });
  expect(body.data!['citizen'].socialServices.nodes).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        assessmentVersion: service.assessment_version,
        newerAssessmentWarning: expect.any(Boolean),
      }),
    ]),
  );
  expect(sent()).toEqual(
    expect.arrayContaining([expect.objectContaining({ assessmentVersion: service.assessment_version })]),
  );
});

it.each([
  ['with it selected', QUERY],
  ['with nothing but the field that requires it', ONLY_REQUIRING],
])(
  'I-1: for whom only the service is shared, neither value arrives, at the client or in psychiatry, %s',
  async (_what, query) => {
    world.lie(null);
    const { body, text } = await world.ask(doctor, query, { id: person.id });
    const { nodes } = body.data!['citizen'].socialServices;
    expect(nodes.length).toBeGreaterThan(0);
    for (const node of nodes)
      expect([node.assessmentVersion ?? null, node.newerAssessmentWarning ?? node.warn ?? null]).toEqual([null, null]);
    expect(text).not.toMatch(/true|false/);
    for (const representation of sent()) expect(representation['assessmentVersion'] ?? null).toBeNull();
    expect(withheldOf({ body } as never).every(({ category }) => category === 'ASSESSMENT')).toBe(true);
  },
);

it('I-7: whoever asks psychiatry directly, with versions of their own, learns nothing by comparing', async () => {
  const direct = `query D($them: [_Any!]!) { _entities(representations: $them) { ... on SocialService { newerAssessmentWarning } } }`;
  const answers = [];
  for (const assessmentVersion of [null, 0, service.assessment_version, 999]) {
    const them = [{ __typename: 'SocialService', citizenId: person.id, id: service.id, assessmentVersion }];
    const answer = await ask('psychiatry', doctor, direct, { them });
    expect(codesOf(answer)).toEqual([]);
    answers.push(JSON.stringify(answer.body.data));
  }
  expect(new Set(answers)).toEqual(new Set(['{"_entities":[{"newerAssessmentWarning":null}]}']));
});
