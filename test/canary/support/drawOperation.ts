/** Random valid operations from the supergraph: every way of asking that GraphQL knows, over several citizens at once. */
import type { Actor } from '@sammen/consent';
import type { Change } from './changeKind.js';
import { fieldsOf, type FieldInfo, isConnection, isRow, SCHEMA } from './graph.js';
import type { Random } from './random.js';
import type { Node, Operation } from './selection.js';
import type { Truth } from './truth.js';

/** What operations are drawn from. */
export interface Material {
  readonly truth: Truth;
  readonly citizenIds: readonly string[];
  readonly cprNumbers: readonly string[];
  /** Citizens with whom the actor has to do, most likely of interest. */
  readonly known: (actor: Actor) => readonly string[];
}

/** Lists of root fields that anybody may ask, and those for some roles. */
const WORK_LISTS: readonly (readonly [string, readonly string[] | null])[] = [
  ['citizens', null],
  ['myCases', ['KEY_MANAGER']],
  ['overdueAgreements', null],
  ['overdueAgreementFollowUps', null],
  ['overdueFollowUps', null],
  ['myMentees', ['MENTOR', 'NGO_COORDINATOR']],
  ['mentorshipsEndingSoon', ['MENTOR', 'NGO_COORDINATOR']],
  ['myVisitAgreements', ['VOLUNTEER', 'NGO_COORDINATOR']],
  ['courseParticipants', ['NGO_COORDINATOR']],
  ['wardAdmissions', null],
];
/** Root fields that are not drawn, with the reason. */
export const NOT_DRAWN: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'courses',
      'course',
      'mentors',
      'myMentorProfile',
      'ngos',
      'volunteers',
      'myVolunteerProfile',
      'rejectedMessages',
      'viewer',
      'statistics',
    ].map((name) => [name, 'shows no citizen']),
  ),
  suggestedMentors: 'shows mentors; whether it may is attacked in test/attacks and by the tests of its subgraph',
  myConsentRequests: 'shows what the asker asked for, and of citizens what any question about them shows',
  consentRequest: 'the same',
  statistics: 'shows figures, to analysts only; attacked in test/attacks and test/journeys',
  emergencyReviews: 'shows rows of its own kind; attacked in test/attacks',
};

/** Root fields that are. */
export const DRAWN: readonly string[] = ['me', 'citizen', 'citizenByCpr', ...WORK_LISTS.map(([name]) => name)];

const MAY_SEARCH = ['PSYCHIATRIST', 'WARD_NURSE', 'SOCIAL_WORKER', 'HOUSING_OFFICER', 'JOB_CONSULTANT'];
const ODD_ALIASES = ['constructor', 'toString', 'hasOwnProperty', 'valueOf', 'then'];

/** Whether an operation asks for something that the role may not even ask for. */
export const asksTooMuch = ({ roots }: Operation, { role }: Actor): boolean =>
  roots.some(({ name }) => WORK_LISTS.some(([list, roles]) => list === name && roles?.includes(role) === false));

/** Draws a query. */
export function drawQuery(random: Random, actor: Actor, material: Material): Operation {
  const drawing = createDrawing(random, material);
  const count = random.pick([1, 1, 1, 2, 2, 3]);
  const roots = Array.from({ length: count }, () => drawing.root(actor));
  return drawing.operation('query', roots);
}

/** Draws a mutation with what is to be read of the row that it returns. */
export function drawMutation(
  random: Random,
  { mutation, returns, input }: Pick<Change, 'mutation' | 'returns' | 'input'>,
  material: Material,
): Operation {
  const drawing = createDrawing(random, material);
  const args = `(input: ${drawing.variable(inputTypeOf(mutation), input)})`;
  const children = drawing.selection(returns, 4, true);
  return drawing.operation('mutation', [{ kind: 'field', name: mutation, args, children }]);
}

function inputTypeOf(mutation: string): string {
  const { args } = SCHEMA.getMutationType()!.getFields()[mutation]!;
  return String(args.find(({ name }) => name === 'input')!.type);
}

const EXCLUDES = /@include\(if: \$no\)|@skip\(if: \$yes\)/;

/** Whether anything of a node is left when the directives have been heard. */
const isThere = (node: Node): boolean =>
  !EXCLUDES.test(node.directives ?? '') && (node.children.length === 0 || node.children.some(isThere));

/** A node that is there: Apollo's gateway leaves an object out altogether of which every field is skipped. */
function shown({ directives: _directives, ...node }: Node): Node {
  if (node.children.length === 0 || node.children.some(isThere)) return node;
  return { ...node, children: [shown(node.children[0]!), ...node.children.slice(1)] };
}

/** One operation in the making. */
function createDrawing(random: Random, { truth, citizenIds, cprNumbers, known }: Material) {
  let aliases = 0;
  let budget = random.pick([4, 8, 12, 20, 30]);
  const variables: { name: string; type: string; value: unknown }[] = [
    { name: 'yes', type: 'Boolean!', value: true },
    { name: 'no', type: 'Boolean!', value: false },
  ];
  const alias = (): string => {
    aliases += 1;
    return random.chance(0.1) ? `${random.pick(ODD_ALIASES)}${aliases}` : `a${aliases}`;
  };
  const variable = (type: string, value: unknown): string => {
    variables.push({ name: `v${variables.length}`, type, value });
    return `$v${variables.length - 1}`;
  };
  const directives = (): { directives?: string } => {
    if (!random.chance(0.12)) return {};
    return {
      directives: random.pick([
        '@include(if: $yes)',
        '@include(if: $no)',
        '@skip(if: $no)',
        '@skip(if: $yes)',
        '@include(if: $yes) @skip(if: $no)',
        '@skip(if: false)',
        '@include(if: true)',
      ]),
    };
  };

  function args(asked: FieldInfo, inFragment: boolean, citizenId: string | null): string | undefined {
    if (asked.arguments.includes('first') && random.chance(0.6)) {
      const first = random.pick([1, 2, 5, 100]);
      const value = random.chance(0.3) ? variable('Int!', first) : String(first);
      const cursor = inFragment || citizenId === null ? undefined : cursorIn(asked, citizenId);
      if (cursor === undefined) return `(first: ${value})`;
      return `(first: ${value}, after: ${random.chance(0.5) ? variable('String', cursor) : JSON.stringify(cursor)})`;
    }
    if (asked.owner === 'Plan' && asked.name === 'map' && random.chance(0.5)) return '(kind: CHALLENGE)';
    if (asked.arguments.includes('rankedBy') && random.chance(0.5))
      return random.pick(['(rankedBy: CITIZEN)', '(status: OPEN)', '(rankedBy: CITIZEN, status: DONE)']);
    return undefined;
  }

  function cursorIn(asked: FieldInfo, citizenId: string): string | undefined {
    const edges = truth.get(`Citizen:${citizenId}`)?.[asked.name]?.edges as { cursor: string }[] | undefined;
    return asked.owner !== 'Citizen' || edges === undefined || edges.length === 0 || random.chance(0.5)
      ? undefined
      : random.pick(edges).cursor;
  }

  function field(info: FieldInfo, depth: number, inFragment: boolean, citizenId: string | null): Node {
    budget -= 1;
    const written = args(info, inFragment, citizenId);
    const children = info.isLeaf ? [] : selection(info.type, depth - 1, false, inFragment, citizenId);
    const named = written !== undefined || random.chance(0.15) ? { alias: alias() } : {};
    return {
      kind: 'field',
      name: info.name,
      ...named,
      ...(written === undefined ? {} : { args: written }),
      ...directives(),
      children,
    };
  }

  /** Fields of a type; `withId`: for rows that have to be recognised in the answer. */
  function selection(
    type: string,
    depth: number,
    withId = false,
    inFragment = false,
    citizenId: string | null = null,
  ): Node[] {
    const all = fieldsOf(type);
    const shallow = all.filter((each) => each.isLeaf || (depth > 0 && budget > 0));
    const candidates = shallow.filter((each) => each.name !== 'accessLog' || random.chance(0.3));
    const few = isConnection(type) ? 2 : type === 'Citizen' ? 5 : 4;
    const chosen = random.some(candidates.length === 0 ? all : candidates, few);
    // A place with nothing but objects and no depth left is asked for its kind.
    const nodes: Node[] = chosen.map((each) => field(each, depth, inFragment, citizenId));
    if (random.chance(0.1)) nodes.push({ kind: 'field', name: '__typename', children: [] });
    if (random.chance(0.12)) nodes.push(again(nodes, type));
    const whole = random.chance(0.15) ? wrap(nodes, type) : nodes;
    return [...id(type, withId), ...(whole.some(isThere) ? whole : [shown(whole[0]!), ...whole.slice(1)])];
  }

  const id = (type: string, wanted: boolean): Node[] =>
    wanted && isRow(type)
      ? ['id', ...(fieldsOf(type).some(({ name }) => name === 'citizenId') ? ['citizenId'] : [])].map((name) => ({
          kind: 'field',
          name,
          children: [],
        }))
      : [];

  /** The same field once more, to be merged: whole, or with other fields below it. */
  function again(nodes: readonly Node[], type: string): Node {
    const plain = nodes.filter((node) => node.args === undefined && node.name !== '__typename');
    const twin = random.pick(plain.length === 0 ? nodes : plain);
    const info = fieldsOf(type).find(({ name }) => name === twin.name);
    const { directives: _same, ...rest } = twin;
    if (info === undefined || info.isLeaf || twin.args !== undefined) return rest;
    return { ...rest, children: selection(info.type, 0, false, true) };
  }

  /** Puts some nodes into a fragment: inline, typed or not, or named. */
  function wrap(nodes: readonly Node[], type: string): Node[] {
    const cut = random.below(nodes.length);
    const kind = random.pick(['inline', 'spread'] as const);
    const name = kind === 'inline' && random.chance(0.3) ? '' : type;
    return [...nodes.slice(0, cut), { kind, name, ...directives(), children: nodes.slice(cut) }];
  }

  let shared: readonly Node[] | undefined;
  const courseIds = [...truth.values()].flatMap((row) =>
    row['course']?.id === undefined ? [] : [row['course'].id as string],
  );

  function citizenSelection(citizenId: string): readonly Node[] {
    // The same named fragment on several citizens now and then.
    if (random.chance(0.25)) {
      shared ??= selection('Citizen', 5, false, true);
      return [{ kind: 'spread', name: 'Citizen', children: shared }];
    }
    return selection('Citizen', 5, false, false, citizenId);
  }

  function root(actor: Actor): Node {
    const mine = known(actor);
    const someone = (): string => random.pick(mine.length > 0 && random.chance(0.8) ? mine : citizenIds);
    const draw = random.next();
    if (draw < 0.07) return { kind: 'field', name: 'me', alias: alias(), children: citizenSelection('') };
    if (draw < 0.14 && MAY_SEARCH.includes(actor.role)) {
      const cpr = variable('String!', random.pick(cprNumbers));
      return {
        kind: 'field',
        name: 'citizenByCpr',
        alias: alias(),
        args: `(cpr: ${cpr})`,
        children: selection('Citizen', 4, false, true),
      };
    }
    if (draw < 0.34) return workList(actor);
    const whom = someone();
    const written = random.chance(0.8) ? variable('ID!', whom) : JSON.stringify(whom);
    return {
      kind: 'field',
      name: 'citizen',
      alias: alias(),
      args: `(id: ${written})`,
      children: citizenSelection(whom),
    };
  }

  function workList(actor: Actor): Node {
    const possible = WORK_LISTS.filter(([list]) => list !== 'courseParticipants' || courseIds.length > 0);
    const open = possible.filter(([, roles]) => roles === null || roles.includes(actor.role) || random.chance(0.01));
    const [name] = random.pick(open);
    const connection = fieldsOf('Query').find((each) => each.name === name)!.type;
    const node = fieldsOf(connection).find((each) => each.name === 'nodes')!.type;
    const items = selection(node, 3, true, true);
    const leaf = (each: string): Node => ({ kind: 'field', name: each, children: [] });
    const children: Node[] = random.chance(0.6)
      ? [{ kind: 'field', name: 'nodes', children: items }]
      : [
          {
            kind: 'field',
            name: 'edges',
            children: [leaf('cursor'), { kind: 'field', name: 'node', children: items }],
          },
        ];
    if (random.chance(0.5)) children.push(leaf('totalCount'));
    const page = random.chance(0.5) ? [`first: ${random.pick([1, 3, 100])}`] : [];
    const course = name === 'courseParticipants' ? [`courseId: ${variable('ID!', random.pick(courseIds))}`] : [];
    const written = [...page, ...course].join(', ');
    return { kind: 'field', name, alias: alias(), ...(written === '' ? {} : { args: `(${written})` }), children };
  }

  return {
    root,
    selection,
    variable,
    operation: (kind: Operation['kind'], roots: readonly Node[]): Operation => ({
      kind,
      name: `Canary${random.below(1000)}`,
      variables,
      roots,
    }),
  };
}
