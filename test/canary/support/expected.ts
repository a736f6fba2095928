/**
 * What an operation has to answer, by an execution of its own: GraphQL's reference implementation over the rows of truth,
 * with everything left out that is not permitted. Knows nothing of plans, subgraphs, guards and grants.
 */
import { type Actor, type DataCategory, DATA_CATEGORIES, type Purpose, viewOfDenial } from '@sammen/consent';
import { execute, type GraphQLFieldResolver, type GraphQLResolveInfo, responsePathAsArray, parse } from 'graphql';
import { categoryOfType, fieldOf, isConnection, SCHEMA } from './graph.js';
import { alsoNeeded, forActor, isForRole } from './houseRules.js';
import { NOT_KEPT, type Reference, type Truth } from './truth.js';

/** A question as it was sent. */
export interface Question {
  readonly actor: Actor;
  readonly purpose: Purpose;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Who may be shown what at that moment. */
export type Permits = (citizenId: string, category: DataCategory) => boolean;

/** What the rows are and who is who. */
export interface World {
  readonly truth: Truth;
  readonly citizenIds: readonly string[];
  readonly idOfCpr: ReadonlyMap<string, string>;
}

/** The answer that is due. */
export interface Expected {
  readonly data: any;
  /** `path coordinate category`, sorted. */
  readonly withheld: readonly string[];
  /** Places whose contents nobody can know beforehand; dotted paths. */
  readonly unknowable: ReadonlySet<string>;
  /** Citizens who were asked about, each with what of them is delivered. */
  readonly delivered: ReadonlyMap<string, ReadonlySet<DataCategory>>;
}

interface Source extends Record<string, any> {
  readonly owner?: string;
}

interface Run {
  readonly question: Question;
  readonly world: World;
  readonly permits: Permits;
  /** The answer that came; mixed lists take their order and length from it, and nothing else. */
  readonly observed: any;
  readonly withheld: string[];
  readonly unknowable: Set<string>;
  readonly delivered: Map<string, Set<DataCategory>>;
}

/** Executes a question. `observed`: the data that came; `root`: what its mutation gave, if it is one. */
export function expectedOf(
  question: Question,
  world: World,
  permits: Permits,
  observed: any,
  written?: Reference & { readonly owner: string },
): Expected {
  const run: Run = {
    question,
    world,
    permits,
    observed,
    withheld: [],
    unknowable: new Set(),
    delivered: new Map(),
  };
  const result = execute({
    schema: SCHEMA,
    document: parse(question.document),
    variableValues: question.variables,
    rootValue: { written },
    contextValue: run,
    fieldResolver: resolve,
  });
  if ('then' in result) throw new Error('Nothing here waits.');
  if (result.errors !== undefined) throw result.errors[0]!;
  return { data: result.data, withheld: run.withheld.sort(), unknowable: run.unknowable, delivered: run.delivered };
}

const resolve: GraphQLFieldResolver<Source, Run> = (source, args, run, info) => {
  const type = info.parentType.name;
  if (type === 'Query') return resolveRoot(info, args, run);
  if (type === 'Mutation') return item(source['written'], run, info);
  const field = fieldOf(type, info.fieldName);
  const place = `${type}.${info.fieldName}`;
  const owner: string | undefined = source.owner ?? (type === 'Citizen' ? idIn(source) : undefined);
  if (field.category !== null) {
    if (!run.permits(owner!, field.category) || !isForRole(place, run.question.actor))
      return withhold(run, info, field.category);
    const missing = alsoNeeded(place).find((category) => !run.permits(owner!, category));
    if (missing !== undefined) return withhold(run, info, missing);
    deliver(run, owner!, field.category);
  }
  if (NOT_KEPT.has(`${type}.${field.name}`)) {
    if (field.name === 'viewerAccess') return viewerAccess(run, owner!);
    run.unknowable.add(pathOf(info).join('.'));
    return null;
  }
  const row = 'ref' in source ? run.world.truth.get(source['ref']) : source;
  if (row === undefined) {
    // Nobody knows this citizen; whatever is public about them is their id.
    return field.name === 'id' ? idIn(source) : null;
  }
  const value = forActor(place, argued(row, field.name, args, owner, run.world), run.question.actor, run.world);
  return owned(value, owner);
};

const idIn = (source: Source): string => (source['ref'] as string).slice(source['__typename'].length + 1);
const pathOf = (info: GraphQLResolveInfo): (string | number)[] => [...responsePathAsArray(info.path)];

function deliver(run: Run, owner: string, category: DataCategory): void {
  run.delivered.set(owner, (run.delivered.get(owner) ?? new Set()).add(category));
}

function withhold(run: Run, info: GraphQLResolveInfo, category: DataCategory): null {
  run.withheld.push(`${pathOf(info).join('.')} ${info.parentType.name}.${info.fieldName} ${category}`);
  return null;
}

/** A field's value in the order and the part that its arguments ask for. */
function argued(row: any, name: string, args: any, owner: string | undefined, world: World): any {
  const value = args.rankedBy === undefined ? row[name] : row[`${name}:${args.rankedBy}`];
  if (value?.connection !== undefined) return pageOf(value, args, owner);
  const wanted = Object.entries(args).filter(([axis]) => axis === 'kind' || axis === 'status');
  return wanted.reduce((rows, [axis, like]) => rows.filter((each: any) => rowOf(each, world)?.[axis] === like), value);
}

const rowOf = (reference: any, { truth }: World): any => truth.get(reference.ref);

function pageOf(value: any, { first, after }: any, owner: string | undefined): any {
  const start = after == null ? 0 : value.edges.findIndex((edge: any) => edge.cursor === after) + 1;
  const edges = value.edges.slice(start, start + first);
  return {
    nodes: edges.map((edge: any) => owned(edge.node, owner)),
    edges: owned(edges, owner),
    pageInfo: { hasNextPage: start + first < value.edges.length, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: value.edges.length,
  };
}

/** Whatever a citizen's object holds is the citizen's. */
function owned(value: any, owner: string | undefined): any {
  if (Array.isArray(value)) return value.map((each) => owned(each, owner));
  return typeof value === 'object' && value !== null ? { ...value, owner: value.owner ?? owner } : value;
}

function viewerAccess({ question: { actor, purpose }, permits }: Run, citizenId: string): any {
  return DATA_CATEGORIES.map((category) =>
    permits(citizenId, category)
      ? { category, state: 'PERMITTED', nextStep: 'NONE' }
      : viewOfDenial({ role: actor.role, purpose, category }),
  );
}

function resolveRoot(info: GraphQLResolveInfo, args: any, run: Run): any {
  const { world, permits, question } = run;
  const citizen = (id: string) => ({ __typename: 'Citizen', ref: `Citizen:${id}` });
  if (info.fieldName === 'me') return question.actor.citizenId === null ? null : citizen(question.actor.citizenId);
  if (info.fieldName === 'citizen') return citizen(args.id);
  if (info.fieldName === 'citizenByCpr') {
    const id = world.idOfCpr.get(args.cpr);
    if (id === undefined || !permits(id, 'CPR_NUMBER')) return withhold(run, info, 'CPR_NUMBER');
    deliver(run, id, 'CPR_NUMBER');
    return citizen(id);
  }
  return mixedList(info, run);
}

/** A list across citizens: which rows it shows is taken from the answer, and whether it may is decided here. */
function mixedList(info: GraphQLResolveInfo, run: Run): any {
  const seen = pathOf(info).reduce((value, key) => value?.[key], run.observed);
  if (seen === null || seen === undefined) return seen;
  if (!isConnection(fieldOf('Query', info.fieldName).type)) throw new Error(`No list: ${info.fieldName}.`);
  const type = fieldOf(fieldOf('Query', info.fieldName).type, 'nodes').type;
  const at = (node: any): any => item(referenceTo(type, node, run), run, info);
  return {
    ...seen,
    nodes: seen.nodes?.map(at),
    edges: seen.edges?.map((edge: any) => ({ cursor: edge.cursor, node: at(edge.node) })),
  };
}

function referenceTo(type: string, node: any, { world }: Run): Reference & { readonly owner: string } {
  const ref = `${type}:${node.id}`;
  const row = world.truth.get(ref);
  if (row === undefined) throw new Error(`A row that nobody has: ${type}.`);
  return {
    __typename: type,
    ref,
    owner: type === 'Citizen' ? node.id : (row['citizenId'] ?? node.citizenId ?? row['citizen']?.ref.slice(8)),
  };
}

/** A row that stands by itself: shown, or withheld as a whole. In a list a withheld one would not be there at all. */
function item(row: (Reference & { readonly owner: string }) | undefined, run: Run, info: GraphQLResolveInfo): any {
  if (row === undefined) return null;
  const category = row.__typename === 'Citizen' ? null : categoryOfType(row.__typename);
  if (category !== null && !run.permits(row.owner, category)) return withhold(run, info, category);
  if (category !== null) deliver(run, row.owner, category);
  return row;
}
