/**
 * What fields cost, as the supergraph declares it with `@cost` and `@listSize` (the cost specification that federation
 * composes from 2.9 on). What declares nothing costs 1 for each object, and nothing for a value.
 */
import {
  getDirectiveValues,
  getNamedType,
  isCompositeType,
  isInputObjectType,
  type GraphQLDirective,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLInterfaceType,
  type GraphQLSchema,
} from 'graphql';

/** What `@listSize` says of a field. */
export interface ListSize {
  /** Items when no argument says how many. */
  readonly assumedSize: number | null;
  /** Arguments that say how many items come back. */
  readonly slicingArguments: readonly string[];
  /** Fields of the returned object whose lists are meant; none: the field's own list is. */
  readonly sizedFields: readonly string[];
  /** Whether exactly one of the slicing arguments has to be given. */
  readonly requireOneSlicingArgument: boolean;
}

/** What a field costs, whoever asks and with whatever variables. */
export interface FieldCost {
  /** One object, or one value, of the field. */
  readonly weight: number;
  /** Each argument, by name, once if it is given. */
  readonly argumentWeights: Readonly<Record<string, number>>;
  readonly listSize: ListSize | null;
}

/** Looks a field up; `undefined` for what the supergraph does not hold. */
export type CostRules = (type: string, field: string) => FieldCost | undefined;

const COST_SPECIFICATION = 'https://specs.apollo.dev/cost/';
/** Arguments that say how many items come back where nothing is declared. */
const COMMON_SLICING_ARGUMENTS = ['first', 'last'];

/** Reads the rules of a supergraph that still has its directives. */
export function costRulesOf(supergraph: GraphQLSchema): CostRules {
  const names = directiveNames(supergraph);
  const cost = supergraph.getDirective(names.cost);
  const listSize = supergraph.getDirective(names.listSize);
  const rules = new Map<string, FieldCost>();
  for (const type of Object.values(supergraph.getTypeMap())) {
    if (!('getFields' in type) || isInputObjectType(type)) continue;
    for (const field of Object.values((type as GraphQLObjectType | GraphQLInterfaceType).getFields())) {
      rules.set(`${type.name}.${field.name}`, {
        weight: weightOn(cost, field) ?? weightOfType(cost, getNamedType(field.type)),
        argumentWeights: Object.fromEntries(
          field.args.map((argument) => [
            argument.name,
            weightOn(cost, argument) ?? weightOfInput(cost, argument.type, new Set()),
          ]),
        ),
        listSize: listSizeOn(listSize, field),
      });
    }
  }
  return (type, field) => rules.get(`${type}.${field}`);
}

/** The supergraph may know the directives under other names: its link to the specification says so. */
function directiveNames(supergraph: GraphQLSchema): { cost: string; listSize: string } {
  const link = supergraph.getDirective('link');
  const links = link ? (supergraph.astNode?.directives ?? []).filter(({ name }) => name.value === 'link') : [];
  for (const node of links) {
    const { url, import: imports, as: feature = 'cost' } = getDirectiveValues(link!, { directives: [node] }) ?? {};
    if (typeof url !== 'string' || !url.startsWith(COST_SPECIFICATION)) continue;
    const local = (name: string): string => {
      for (const one of (imports ?? []) as (string | { name: string; as?: string })[]) {
        if (one === `@${name}`) return name;
        if (typeof one === 'object' && one.name === `@${name}`) return (one.as ?? one.name).slice(1);
      }
      // What is not imported goes by the feature's name; the directive called like the feature is the feature's name.
      return name === 'cost' ? String(feature) : `${String(feature)}__${name}`;
    };
    return { cost: local('cost'), listSize: local('listSize') };
  }
  return { cost: 'cost', listSize: 'listSize' };
}

type Declared = Parameters<typeof getDirectiveValues>[1] | null | undefined;

function valuesOn(directive: GraphQLDirective | null | undefined, { astNode }: { astNode?: Declared }) {
  return directive && astNode ? getDirectiveValues(directive, astNode) : undefined;
}

/** A weight below zero would let one field pay for another. */
function weightOn(cost: GraphQLDirective | null | undefined, what: { astNode?: Declared }): number | undefined {
  const weight = valuesOn(cost, what)?.['weight'];
  return typeof weight === 'number' ? Math.max(0, weight) : undefined;
}

function weightOfType(cost: GraphQLDirective | null | undefined, type: GraphQLNamedType): number {
  return weightOn(cost, type as { astNode?: Declared }) ?? (isCompositeType(type) ? 1 : 0);
}

/** An input counts whole, once, whichever of its fields are given. */
function weightOfInput(
  cost: GraphQLDirective | null | undefined,
  input: GraphQLInputType,
  above: ReadonlySet<string>,
): number {
  const type = getNamedType(input);
  if (!isInputObjectType(type) || above.has(type.name)) return weightOn(cost, type as { astNode?: Declared }) ?? 0;
  const within = new Set([...above, type.name]);
  return Object.values(type.getFields()).reduce(
    (sum, field) => sum + (weightOn(cost, field) ?? weightOfInput(cost, field.type, within)),
    0,
  );
}

function listSizeOn(
  listSize: GraphQLDirective | null | undefined,
  field: GraphQLField<unknown, unknown>,
): ListSize | null {
  const values = valuesOn(listSize, field);
  if (values) {
    return {
      assumedSize: (values['assumedSize'] as number | null | undefined) ?? null,
      slicingArguments: (values['slicingArguments'] as string[] | null | undefined) ?? [],
      sizedFields: (values['sizedFields'] as string[] | null | undefined) ?? [],
      requireOneSlicingArgument: values['requireOneSlicingArgument'] !== false,
    };
  }
  const slicingArguments = field.args.map(({ name }) => name).filter((name) => COMMON_SLICING_ARGUMENTS.includes(name));
  if (slicingArguments.length === 0) return null;
  return { assumedSize: null, slicingArguments, sizedFields: [], requireOneSlicingArgument: false };
}
