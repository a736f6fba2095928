/** Random valid operations over any schema: every way of asking that GraphQL knows. */
import {
  astFromValue,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  parse,
  print,
  validate,
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { createRandom, type Random } from '../../../canary/support/random';

/** An operation and its variables. */
export interface Drawn {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Draws until one is valid: names may clash. */
export function drawOperation(schema: GraphQLSchema, seed: number): Drawn {
  for (let turn = 0; turn < 100; turn += 1) {
    const { text, variables } = createDrawing(schema, createRandom(seed * 100 + turn)).operation();
    const document = parse(text, { noLocation: true });
    if (validate(schema, document).length === 0) return { document, variables };
  }
  throw new Error(`Seed ${seed} gives no valid operation`);
}

const ODD = ['constructor', '__proto__', 'toString', 'then', 'id', 'name', 'x__asked'];
const FLAGS = ['@include(if: $yes)', '@include(if: $no)', '@skip(if: $no)', '@skip(if: $yes)', '@skip(if: $also)'];

/** By schema and type: which types and interfaces an object of it can fall under. */
const OVERLAPPING = new WeakMap<GraphQLSchema, Map<string, readonly string[]>>();

function createDrawing(schema: GraphQLSchema, random: Random) {
  let budget = random.pick([3, 6, 10, 16]);
  const definitions = ['$yes: Boolean!', '$no: Boolean!', '$also: Boolean! = false'];
  const variables: Record<string, unknown> = { yes: true, no: false };
  const fragments: string[] = [];
  const all = Object.values(schema.getTypeMap());
  const overlapping = OVERLAPPING.get(schema) ?? new Map<string, readonly string[]>();
  OVERLAPPING.set(schema, overlapping);

  const flags = (): string => {
    if (!random.chance(0.12)) return '';
    return ` ${random.chance(0.2) ? `${random.pick(FLAGS)} @include(if: true)` : random.pick(FLAGS)}`;
  };

  function input(type: GraphQLInputType, depth: number): unknown {
    if (isNonNullType(type)) return input(type.ofType as GraphQLInputType, depth) ?? fallback(type);
    if (random.chance(0.08)) return null;
    if (isListType(type))
      return Array.from({ length: random.below(3) }, () => input(type.ofType as GraphQLInputType, depth));
    if (isEnumType(type)) return random.pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields());
      const chosen = fields.filter((one) => isRequiredInputField(one) || (depth > 0 && random.chance(0.3)));
      return Object.fromEntries(chosen.map((one) => [one.name, input(one.type, depth - 1)]));
    }
    const number = random.below(50);
    if (type.name === 'Int') return number;
    if (type.name === 'Float') return number / 4;
    if (type.name === 'Boolean') return number > 25;
    return `t${number}`;
  }

  function fallback(type: GraphQLInputType): unknown {
    for (;;) {
      const value = input(getNullableType(type) as GraphQLInputType, 0);
      if (value !== null) return value;
    }
  }

  function argumentsOf({ args }: GraphQLField<unknown, unknown>): string {
    const given = args.filter((one) => isRequiredArgument(one) || random.chance(0.4));
    if (given.length === 0) return '';
    const written = given.map(({ name, type }) => {
      const value = input(type, 2);
      const literal = print(astFromValue(value, type)!);
      if (!random.chance(0.4)) return `${name}: ${literal}`;
      const variable = `v${definitions.length}`;
      const hasDefault = random.chance(0.3) && value !== null;
      definitions.push(
        `$${variable}: ${hasDefault ? getNullableType(type) : type}${hasDefault ? ` = ${literal}` : ''}`,
      );
      if (!hasDefault || random.chance(0.5)) variables[variable] = value;
      return `${name}: $${variable}`;
    });
    return `(${written.join(', ')})`;
  }

  function field(one: GraphQLField<unknown, unknown>, siblings: readonly string[], depth: number): string {
    budget -= 1;
    const type = getNamedType(one.type);
    const alias = random.chance(0.2) ? `${random.pick([...siblings, ...ODD, `a${budget + 50}`])}: ` : '';
    const inner = isLeafType(type) ? '' : ` ${selection(type as GraphQLCompositeType, depth - 1)}`;
    return `${alias}${one.name}${argumentsOf(one)}${flags()}${inner}`;
  }

  /** Types and interfaces that an object at hand can fall under. */
  function conditionsOf(type: GraphQLCompositeType): readonly string[] {
    const known = overlapping.get(type.name);
    if (known) return known;
    const own = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
    const found = all.filter(
      (other) =>
        (isObjectType(other) && own.includes(other)) ||
        (isAbstractType(other) && schema.getPossibleTypes(other).some((one) => own.includes(one))),
    );
    overlapping.set(
      type.name,
      found.map(({ name }) => name),
    );
    return overlapping.get(type.name)!;
  }

  function selection(type: GraphQLCompositeType, depth: number): string {
    const parts: string[] = [];
    const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
    const names = fields.map(({ name }) => name);
    const fitting = fields.filter((one) => isLeafType(getNamedType(one.type)) || (depth > 0 && budget > 0));
    if (fitting.length > 0) for (const one of random.some(fitting, 4)) parts.push(field(one, names, depth));
    const conditions = conditionsOf(type);
    const branches = isAbstractType(type) ? random.below(3) : random.chance(0.15) ? 1 : 0;
    for (let branch = 0; branch < branches && budget > 0; branch += 1) {
      const condition = random.pick(conditions);
      const inner = selection(schema.getType(condition) as GraphQLCompositeType, depth - 1);
      if (random.chance(0.25)) {
        fragments.push(`fragment F${fragments.length} on ${condition} ${inner}`);
        parts.push(`...F${fragments.length - 1}${flags()}`);
      } else
        parts.push(`...${random.chance(0.1) && condition === type.name ? '' : ` on ${condition}`}${flags()} ${inner}`);
    }
    if (parts.length === 0 || random.chance(0.15)) parts.push(random.chance(0.3) ? 'kind: __typename' : '__typename');
    if (parts.length > 1 && random.chance(0.1)) parts.push(parts[0]!);
    return `{ ${parts.join(' ')} }`;
  }

  return {
    operation() {
      const mutation = schema.getMutationType();
      const isMutation = mutation && random.chance(0.1);
      const body = selection(isMutation ? mutation : schema.getQueryType()!, 5);
      const text = [body, ...fragments].join('\n');
      const used = definitions.filter((one) => new RegExp(`\\${one.split(':', 1)[0]}\\b`).test(text));
      const head = used.length > 0 ? `(${used.join(', ')})` : '';
      const kept = Object.keys(variables).filter((name) => used.some((one) => one.startsWith(`$${name}:`)));
      return {
        text: `${isMutation ? 'mutation' : 'query'} Q${head} ${text}`,
        variables: Object.fromEntries(kept.map((name) => [name, variables[name]])),
      };
    },
  };
}
