/** `sammen check` and `sammen compose` on a project in which every law of composition is broken once. */
import { readFile, writeFile } from 'node:fs/promises';
import { LABEL_LAWS, type LabelLaw } from '@sammen/consent-directive';
import { makeProject, type Project } from './project.js';

jest.setTimeout(60_000);

let project: Project;
beforeAll(async () => void (project = await makeProject()));
afterAll(() => project.remove());

async function run(...args: string[]): Promise<{ code: number | null; output: string }> {
  const command = project.sammen(...args);
  return { code: (await command.ended).code, output: command.output() };
}

/** Adds to what a compiled subgraph prints as its schema; answers how to take it away again. */
async function add(subgraph: string, types: string, change = (sdl: string) => sdl): Promise<() => Promise<void>> {
  const file = project.path('subgraphs', subgraph, 'dist/printed.graphql');
  const before = await readFile(file, 'utf8');
  await writeFile(file, change(before) + types);
  return () => writeFile(file, before);
}

/** Law, subgraph and coordinate as `check` names them. */
const BROKEN: readonly (readonly [LabelLaw, string, string])[] = [
  ['RENAMED', 'psychiatry', 'schema'],
  ['NOT_LINKED', 'psychiatry', 'schema'],
  ['UNLABELLED', 'psychiatry', 'Citizen.shoeSize'],
  ['CONTRADICTION', 'psychiatry', 'Citizen.both'],
  ['NOT_NULLABLE', 'psychiatry', 'Citizen.always'],
  ['NULLABLE_ITEM', 'psychiatry', 'Citizen.items'],
  ['ON_INTERFACE', 'psychiatry', 'Contact.at'],
  ['EXISTENCE', 'psychiatry', 'Citizen.any'],
  ['GUARDED_KEY', 'psychiatry', 'Leave.number'],
  ['UNCOVERED_SELECTION', 'psychiatry', 'Citizen.plan'],
  ['REQUIRES_WITH_ARGUMENTS', 'psychiatry', 'Citizen.asked'],
  ['UNCOVERED_INPUT', 'psychiatry', 'Citizen.count'],
  ['FROM_CONTEXT', 'psychiatry', 'Citizen.carried(name:)'],
  ['NO_OWNER', 'psychiatry', 'Query.leaves'],
  ['CONFLICT', 'citizen, psychiatry', 'Citizen.name'],
];

it('I-9: refuses what breaks a law, each time naming subgraph, coordinate, law and what to do', async () => {
  const restore = [
    await add(
      'citizen',
      'type Citizen @key(fields: "id") { id: ID! @public  name: String @shareable @consent(category: IDENTITY) }',
    ),
    await add(
      'psychiatry',
      `extend type Query { leaves: [Leave!] @public }
       type Citizen @key(fields: "id") {
         id: ID! @public
         name: String @shareable @consent(category: CONTACT)
         shoeSize: Int
         both: String @public @consent(category: PLAN)
         always: String! @consent(category: PLAN)
         items: [String] @consent(category: PLAN)
         any: [Any!] @public
         plan: String @requires(fields: "name") @consent(category: PLAN)
         asked(n: Int): String @requires(fields: "id") @public
         count(code: String @consent(category: DIAGNOSIS)): Int @public
         carried(name: String @federation__fromContext(field: "$c { name }")): String @public
       }
       interface Contact { at: String @consent(category: MEETING) }
       type Leave @key(fields: "number") @consent(category: ADMISSION) { number: ID }
       union Any = Leave`,
      (sdl) =>
        sdl
          .replace('"@requires"', '{ name: "@requires", as: "@needs" }, "@requires"')
          .replace('@composeDirective(name: "@public")', ''),
    ),
  ];
  const { code, output } = await run('check');
  for (const undo of restore) await undo();
  expect(code).toBe(1);
  const lines = output.trimEnd().split('\n');
  expect(lines.at(-1)).toMatch(/^sammen: COMPOSITION_FAILED /);
  for (const [law, subgraph, coordinate] of BROKEN) {
    const found = lines.filter((line) => line.startsWith(`[${subgraph}] ${coordinate}: ${LABEL_LAWS[law]} `));
    expect([law, found.length]).toEqual([law, 1]);
    expect(found[0]!.length).toBeGreaterThan(`[${subgraph}] ${coordinate}: ${LABEL_LAWS[law]} `.length);
  }
});

it('I-9: refuses a category that does not exist', async () => {
  const restore = await add('psychiatry', 'extend type Query { x: String @consent(category: SHOE_SIZE) }');
  const { code, output } = await run('check');
  await restore();
  expect(code).toBe(1);
  expect(output).toContain(`[psychiatry] Query.x: ${LABEL_LAWS.UNKNOWN_CATEGORY} Correct the category.`);
});

it('I-9: refuses a list of a law’s fields that is not the graph’s, once everything else is in order', async () => {
  expect(await run('compose')).toMatchObject({ code: 0 });
  const { code, output } = await run('check');
  expect(code).toBe(1);
  expect(output).toMatch(/ Citizen\.\w+: LAW_FIELDS /);
  expect(output).toContain('sammen: LABELS_REFUSED');
});

it('has an example of every law', () => {
  const proved = [...BROKEN.map(([law]) => law), 'UNKNOWN_CATEGORY', 'LAW_FIELDS'];
  expect(Object.keys(LABEL_LAWS).filter((law) => !proved.includes(law))).toEqual([]);
});
